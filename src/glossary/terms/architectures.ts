import type { GlossaryTerm } from '../glossaryTerm';

/** Kinds of networks for images, sequences, and new data, and their parts. */
export const architectures: readonly GlossaryTerm[] = [
  {
    id: 'convolution',
    names: { de: ['Faltung', 'Convolution', 'Konvolution'], en: ['convolution'] },
    definition: {
      de: 'Operation, die einen kleinen Kern $K$ über eine Eingabe $I$ schiebt und an jeder Stelle $(i, j)$ die mit dem Kern gewichtete Summe der überdeckten Werte bildet. Im Deep Learning lässt man das Spiegeln des Kerns gewöhnlich weg; genau genommen ist das eine Kreuzkorrelation.',
      en: 'Operation that slides a small kernel $K$ across an input $I$ and at each position $(i, j)$ takes the sum of the covered values, weighted by the kernel. In deep learning the kernel is usually not flipped; strictly speaking, this is a cross-correlation.',
    },
    formula: String.raw`S_{i,j} = \sum_m \sum_n K_{m,n}\, I_{i+m,\,j+n}`,
    symbols: [{ tex: 'S', meaning: { de: 'das Ergebnis der Faltung', en: 'the result of the convolution' } }],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §9.1',
    seeAlso: ['convolution-kernel', 'feature-map', 'stride', 'padding', 'parameter-sharing'],
  },
  {
    id: 'convolutional-neural-network',
    names: {
      de: [
        'Convolutional Neural Network',
        'Faltungsnetz',
        'Faltungsnetzwerk',
        'Faltendes neuronales Netz',
        'Convolutional Network',
      ],
      en: ['convolutional neural network', 'convolutional network', 'convolutional net'],
    },
    abbreviations: ['CNN', 'ConvNet'],
    misspellings: [
      'Convolutional Neuronal Network',
      'Convolutional Neuronales Netz',
      'Convolution Neural Network',
    ],
    definition: {
      de: 'Neuronales Netz mit Faltungsschichten, gedacht vor allem für Bilder und andere Daten auf einem Gitter. Jedes Neuron sieht nur einen kleinen Ausschnitt, und dieselben Gewichte gelten an jeder Stelle: Das spart Parameter, und ein Muster wird erkannt, wo immer es liegt.',
      en: 'Neural network with convolutional layers, meant above all for images and other data on a grid. Each neuron sees only a small section, and the same weights apply at every position: this saves parameters, and a pattern is recognized wherever it lies.',
    },
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), chapter 9',
    seeAlso: ['convolution', 'pooling', 'receptive-field', 'parameter-sharing', 'feature-map'],
  },
  {
    id: 'convolution-kernel',
    names: {
      de: ['Faltungskern', 'Kernel', 'Convolution Kernel', 'Filterkern', 'Faltungskernel', 'Faltungsmatrix'],
      en: ['convolution kernel', 'kernel', 'convolutional kernel', 'convolutional filter'],
    },
    misspellings: ['Kernal'],
    definition: {
      de: 'Kleine Anordnung lernbarer Gewichte, etwa $3 \\times 3$ je Eingabekanal, mit der eine Faltung jeden Ausschnitt ihrer Eingabe gewichtet; auch Filter genannt. Jeder Kern erzeugt eine Feature Map. Mit der Kernfunktion einer Support Vector Machine hat er nichts zu tun.',
      en: 'Small array of learnable weights, say $3 \\times 3$ per input channel, with which a convolution weights every section of its input; also called a filter. Each kernel produces one feature map. It has nothing to do with the kernel function of a support vector machine.',
    },
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §9.1',
    seeAlso: ['convolution', 'feature-map', 'channel', 'receptive-field'],
  },
  {
    id: 'feature-map',
    names: {
      de: ['Feature Map', 'Merkmalskarte', 'Aktivierungskarte'],
      en: ['feature map', 'activation map'],
    },
    definition: {
      de: 'Ausgabe eines Faltungskerns: ein Gitter von Werten, das angibt, wie stark das Muster, auf das der Kern anspricht, an jeder Stelle der Eingabe vorkommt. Die Feature Maps einer Schicht bilden die Kanäle der Eingabe für die nächste.',
      en: 'Output of a convolution kernel: a grid of values that tells how strongly the pattern the kernel responds to is present at each position of the input. The feature maps of a layer form the input channels of the next.',
    },
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §9.1',
    seeAlso: ['convolution', 'convolution-kernel', 'channel', 'pooling'],
  },
  {
    id: 'stride',
    names: { de: ['Stride'], en: ['stride'] },
    definition: {
      de: 'Anzahl der Positionen, um die der Kern bei Faltung oder Pooling von einer Anwendung zur nächsten weiterrückt. Ein Stride $s > 1$ verkleinert die Ausgabe je Richtung etwa um den Faktor $s$.',
      en: 'Number of positions by which the kernel of a convolution or pooling moves on from one application to the next. A stride $s > 1$ shrinks the output in each direction by a factor of about $s$.',
    },
    formula: String.raw`n_\text{out} = \left\lfloor \frac{n + 2p - k}{s} \right\rfloor + 1`,
    symbols: [
      {
        tex: 'n_\\text{out}',
        meaning: { de: 'die Größe der Ausgabe je Richtung', en: 'the size of the output in each direction' },
      },
      { tex: 'n', meaning: { de: 'die Größe der Eingabe', en: 'the size of the input' } },
      { tex: 'p', meaning: { de: 'das Padding je Seite', en: 'the padding on each side' } },
      { tex: 'k', meaning: { de: 'die Größe des Kerns', en: 'the size of the kernel' } },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §9.5',
    seeAlso: ['padding', 'convolution', 'pooling', 'receptive-field'],
  },
  {
    id: 'padding',
    names: { de: ['Padding', 'Zero-Padding'], en: ['padding', 'zero padding'] },
    definition: {
      de: 'Auffüllen des Randes einer Eingabe, meist mit Nullen, damit eine Faltung auch dort rechnen kann. Bei Stride 1 und ungerader Kerngröße $k$ bleibt die Größe der Eingabe genau dann erhalten, wenn jede Seite um $p$ Werte erweitert wird (Same Padding).',
      en: 'Filling up the border of an input, usually with zeros, so that a convolution can be computed there too. With stride 1 and an odd kernel size $k$, the size of the input is preserved exactly if each side is extended by $p$ values (same padding).',
    },
    formula: String.raw`p = \frac{k - 1}{2}`,
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §9.5',
    seeAlso: ['stride', 'convolution', 'convolution-kernel'],
  },
  {
    id: 'pooling',
    names: { de: ['Pooling'], en: ['pooling'] },
    definition: {
      de: 'Zusammenfassen benachbarter Werte einer Feature Map zu einem einzigen, meist ihrem Maximum (Max-Pooling) oder Mittelwert (Average Pooling). Die Ausgabe $y$ wird dadurch kleiner und ändert sich kaum, wenn sich die Eingabe $x$ ein wenig verschiebt.',
      en: 'Merging neighboring values of a feature map into a single one, usually their maximum (max pooling) or mean (average pooling). This makes the output $y$ smaller and almost insensitive to small shifts of the input $x$.',
    },
    formula: String.raw`y_r = \max_{i \in R_r} x_i`,
    symbols: [
      {
        tex: 'R_r',
        meaning: {
          de: 'das $r$-te Fenster benachbarter Positionen (beim Max-Pooling)',
          en: 'the $r$-th window of neighboring positions (for max pooling)',
        },
      },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §9.3',
    seeAlso: ['stride', 'feature-map', 'convolutional-neural-network', 'receptive-field'],
  },
  {
    id: 'receptive-field',
    names: { de: ['Rezeptives Feld', 'Receptive Field'], en: ['receptive field'] },
    definition: {
      de: 'Ausschnitt der Eingabe des Netzes, von dem der Wert eines Neurons abhängt. In einem Faltungsnetz wächst er von Schicht zu Schicht: Seine Kantenlänge $r_l$ in Schicht $l$ folgt aus der vorigen, mit $r_0 = 1$.',
      en: 'Section of the input of the network that the value of a neuron depends on. In a convolutional network it grows from layer to layer: its side length $r_l$ in layer $l$ follows from the previous one, with $r_0 = 1$.',
    },
    formula: String.raw`r_l = r_{l-1} + (k_l - 1) \prod_{i=1}^{l-1} s_i`,
    symbols: [
      { tex: 'k_l', meaning: { de: 'die Kerngröße in Schicht $l$', en: 'the kernel size in layer $l$' } },
      { tex: 's_i', meaning: { de: 'der Stride in Schicht $i$', en: 'the stride in layer $i$' } },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §9.2',
    seeAlso: ['convolution', 'convolution-kernel', 'stride', 'network-depth'],
  },
  {
    id: 'channel',
    names: { de: ['Kanal', 'Channel', 'Farbkanal'], en: ['channel', 'color channel', 'colour channel'] },
    definition: {
      de: 'Eine der Ebenen, aus denen Bilder und Feature Maps bestehen: An jeder Stelle des Gitters steht ein Wert je Kanal, in einem RGB-Bild also drei. Eine Faltungsschicht verrechnet alle Eingabekanäle und hat je Kern einen Ausgabekanal.',
      en: 'One of the planes that make up images and feature maps: each position of the grid has one value per channel, so three in an RGB image. A convolutional layer combines all input channels and has one output channel per kernel.',
    },
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §9.5',
    seeAlso: ['feature-map', 'convolution-kernel', 'convolution', 'tensor'],
  },
  {
    id: 'recurrent-neural-network',
    names: {
      de: [
        'Rekurrentes neuronales Netz',
        'Recurrent Neural Network',
        'Rekurrentes Netz',
        'Rekurrentes neuronales Netzwerk',
        'Rekurrentes Netzwerk',
      ],
      en: ['recurrent neural network', 'recurrent network'],
    },
    abbreviations: ['RNN'],
    misspellings: ['Recurrent Neuronal Network', 'Recurrentes neuronales Netz'],
    definition: {
      de: 'Neuronales Netz für Folgen: In jedem Zeitschritt $t$ berechnet es aus der Eingabe $x_t$ und seinem vorigen Zustand $h_{t-1}$ den neuen Zustand $h_t$. Dabei verwendet es immer dieselben Gewichte und kann so Folgen jeder Länge verarbeiten.',
      en: 'Neural network for sequences: in each time step $t$ it computes a new state $h_t$ from the input $x_t$ and its previous state $h_{t-1}$. It always uses the same weights and can therefore process sequences of any length.',
    },
    formula: String.raw`h_t = \tanh(W h_{t-1} + U x_t + b)`,
    symbols: [
      {
        tex: 'W',
        meaning: { de: 'die Gewichtsmatrix der Rückkopplung', en: 'the weight matrix of the feedback' },
      },
      { tex: 'U', meaning: { de: 'die Gewichtsmatrix der Eingabe', en: 'the weight matrix of the input' } },
      { tex: 'b', meaning: { de: 'der Bias-Vektor', en: 'the bias vector' } },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §10.2',
    seeAlso: ['lstm', 'gru', 'backpropagation-through-time', 'exploding-gradients', 'transformer'],
    experiments: ['gradient-clipping'],
  },
  {
    id: 'lstm',
    names: {
      de: ['Long Short-Term Memory', 'LSTM-Netz', 'LSTM-Zelle'],
      en: ['long short-term memory', 'LSTM network', 'LSTM cell'],
    },
    abbreviations: ['LSTM'],
    misspellings: ['Long Short Time Memory'],
    definition: {
      de: 'Rekurrentes Netz mit einem Zellzustand $c_t$, der von Schritt zu Schritt weitergereicht und nur über Gatter verändert wird. Weil er sich additiv fortschreibt, verschwinden Gradienten viel langsamer, und das Netz kann sich auch weit Zurückliegendes merken.',
      en: 'Recurrent network with a cell state $c_t$ that is passed on from step to step and changed only through gates. Since the state is updated additively, gradients vanish much more slowly, and the network can remember what lies far back.',
    },
    formula: String.raw`\begin{aligned} c_t &= f_t \odot c_{t-1} + i_t \odot \tilde{c}_t \\ h_t &= o_t \odot \tanh(c_t) \end{aligned}`,
    symbols: [
      { tex: 'f_t', meaning: { de: 'das Vergessensgatter', en: 'the forget gate' } },
      { tex: '\\odot', meaning: { de: 'das elementweise Produkt', en: 'the elementwise product' } },
      { tex: 'i_t', meaning: { de: 'das Eingangsgatter', en: 'the input gate' } },
      {
        tex: '\\tilde{c}_t',
        meaning: { de: 'der Vorschlag für den neuen Inhalt', en: 'the candidate for the new content' },
      },
      { tex: 'h_t', meaning: { de: 'die Ausgabe', en: 'the output' } },
      {
        tex: 'o_t',
        meaning: {
          de: 'das Ausgangsgatter (alle Gatter haben Werte zwischen 0 und 1)',
          en: 'the output gate (all gates have values between 0 and 1)',
        },
      },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §10.10.1',
    seeAlso: ['gru', 'recurrent-neural-network', 'vanishing-gradients', 'hadamard-product'],
  },
  {
    id: 'gru',
    names: {
      de: ['Gated Recurrent Unit', 'GRU-Netz', 'GRU-Zelle'],
      en: ['gated recurrent unit', 'GRU network', 'GRU cell'],
    },
    abbreviations: ['GRU'],
    definition: {
      de: 'Rekurrente Einheit, die ihren Zustand $h_t$ als Mischung aus dem vorigen und einem neu berechneten bildet; wie viel vom alten bleibt, bestimmt das Update-Gatter $z_t$. Sie dient demselben Zweck wie ein LSTM, kommt aber ohne eigenen Zellzustand und mit weniger Parametern aus.',
      en: 'Recurrent unit that forms its state $h_t$ as a mixture of the previous one and a newly computed one; the update gate $z_t$ determines how much of the old one stays. It serves the same purpose as an LSTM but does without a separate cell state and with fewer parameters.',
    },
    formula: String.raw`h_t = z_t \odot h_{t-1} + (1 - z_t) \odot \tilde{h}_t`,
    symbols: [
      { tex: '\\odot', meaning: { de: 'das elementweise Produkt', en: 'the elementwise product' } },
      { tex: '\\tilde{h}_t', meaning: { de: 'der neu berechnete Zustand', en: 'the newly computed state' } },
    ],
    source:
      'Cho et al. (2014): Learning Phrase Representations using RNN Encoder-Decoder for Statistical Machine Translation, EMNLP',
    seeAlso: ['lstm', 'recurrent-neural-network', 'vanishing-gradients', 'hadamard-product'],
  },
  {
    id: 'backpropagation-through-time',
    names: {
      de: ['Backpropagation Through Time', 'Backpropagation durch die Zeit'],
      en: ['backpropagation through time'],
    },
    abbreviations: ['BPTT'],
    misspellings: ['Backpropagation Trough Time'],
    definition: {
      de: 'Backpropagation für rekurrente Netze: Man rollt das Netz über alle Zeitschritte aus und wendet die Kettenregel auf das entstandene tiefe Netz an. Der Gradient über viele Schritte enthält ein Produkt ebenso vieler Jacobi-Matrizen und kann dadurch verschwinden oder explodieren.',
      en: 'Backpropagation for recurrent networks: the network is unrolled over all time steps, and the chain rule is applied to the resulting deep network. The gradient across many steps contains a product of as many Jacobian matrices and may therefore vanish or explode.',
    },
    formula: String.raw`\frac{\partial h_t}{\partial h_k} = \frac{\partial h_t}{\partial h_{t-1}} \cdots \frac{\partial h_{k+1}}{\partial h_k}`,
    symbols: [
      { tex: 'h_t', meaning: { de: 'der Zustand im Zeitschritt $t$', en: 'the state at time step $t$' } },
      { tex: 'k', meaning: { de: 'ein früherer Zeitschritt', en: 'an earlier time step' } },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §10.2.2',
    seeAlso: [
      'recurrent-neural-network',
      'backpropagation',
      'exploding-gradients',
      'vanishing-gradients',
      'gradient-clipping',
    ],
    experiments: ['gradient-clipping'],
  },
  {
    id: 'attention',
    names: {
      de: ['Attention', 'Attention-Mechanismus', 'Aufmerksamkeitsmechanismus'],
      en: ['attention', 'attention mechanism'],
    },
    definition: {
      de: 'Mechanismus, der Werte $v_i$ gewichtet mittelt und dabei die Gewichte $\\alpha_i$ aus den Daten berechnet: Je besser der Schlüssel (Key) $k_i$ zur Anfrage (Query) $q$ passt, desto mehr zählt $v_i$. So greift ein Netz gezielt auf die Stellen einer Eingabe zu, auf die es gerade ankommt.',
      en: 'Mechanism that takes a weighted mean of values $v_i$ and computes the weights $\\alpha_i$ from the data: the better the key $k_i$ matches the query $q$, the more $v_i$ counts. This lets a network draw on just those positions of an input that matter at the moment.',
    },
    formula: String.raw`c = \sum_i \alpha_i v_i, \qquad \alpha_i = \frac{e^{s(q, k_i)}}{\sum_j e^{s(q, k_j)}}`,
    symbols: [
      { tex: 'c', meaning: { de: 'das Ergebnis', en: 'the result' } },
      {
        tex: 's',
        meaning: {
          de: 'die Bewertungsfunktion, etwa ein Skalarprodukt',
          en: 'the scoring function, for example a dot product',
        },
      },
    ],
    source:
      'Bahdanau, Cho & Bengio (2015): Neural Machine Translation by Jointly Learning to Align and Translate, ICLR',
    seeAlso: ['self-attention', 'transformer', 'softmax', 'dot-product'],
  },
  {
    id: 'self-attention',
    names: {
      de: ['Self-Attention', 'Selbstaufmerksamkeit'],
      en: ['self-attention'],
    },
    definition: {
      de: 'Attention innerhalb einer Folge: Jede Stelle berechnet ihre neue Darstellung als gewichtetes Mittel über alle Stellen derselben Folge. Queries $Q$, Keys $K$ und Values $V$ sind drei lernbare lineare Abbildungen der Eingabe; der Aufwand wächst quadratisch mit der Länge der Folge.',
      en: 'Attention within a sequence: each position computes its new representation as a weighted mean over all positions of the same sequence. Queries $Q$, keys $K$, and values $V$ are three learnable linear maps of the input; the cost grows quadratically with the length of the sequence.',
    },
    formula: String.raw`\operatorname{softmax}\biggl( \frac{Q K^\top}{\sqrt{d}} \biggr) V`,
    symbols: [{ tex: 'd', meaning: { de: 'die Dimension der Keys', en: 'the dimension of the keys' } }],
    source: 'Vaswani et al. (2017): Attention Is All You Need, NeurIPS',
    seeAlso: ['attention', 'transformer', 'softmax', 'layer-normalization'],
  },
  {
    id: 'transformer',
    names: {
      de: ['Transformer', 'Transformer-Modell', 'Transformer-Architektur'],
      en: ['transformer', 'transformer model', 'transformer architecture'],
    },
    definition: {
      de: 'Architektur für Folgen, deren Blöcke abwechselnd mit Self-Attention Information zwischen den Stellen austauschen und jede Stelle für sich mit einem kleinen Netz verarbeiten, jeweils mit Skip Connection und Layer-Normalisierung. Anders als ein rekurrentes Netz verarbeitet sie beim Training alle Stellen zugleich; die Reihenfolge erfährt sie durch Positionskodierungen.',
      en: 'Architecture for sequences whose blocks alternate between exchanging information across positions by self-attention and processing each position by itself with a small network, each with a skip connection and layer normalization. Unlike a recurrent network, it processes all positions at once in training; it learns about their order from positional encodings.',
    },
    source: 'Vaswani et al. (2017): Attention Is All You Need, NeurIPS',
    seeAlso: ['self-attention', 'attention', 'layer-normalization', 'skip-connection', 'tokenization'],
  },
  {
    id: 'autoencoder',
    names: { de: ['Autoencoder'], en: ['autoencoder'] },
    misspellings: ['Autoenkoder'],
    definition: {
      de: 'Netz, das seine Eingabe $x$ am Ausgang wiedergeben soll: Ein Encoder $f$ bildet sie auf einen Code ab, ein Decoder $g$ stellt sie daraus wieder her. Weil der Code klein oder anderweitig beschränkt ist, muss er das Wesentliche der Daten erfassen.',
      en: 'Network that is meant to reproduce its input $x$ at its output: an encoder $f$ maps it to a code, and a decoder $g$ reconstructs it from there. Since the code is small or otherwise constrained, it has to capture what is essential about the data.',
    },
    formula: String.raw`\min_{f,\,g} \; \mathbb{E}_x \bigl\| x - g(f(x)) \bigr\|^2`,
    symbols: [
      {
        tex: '\\mathbb{E}_x',
        meaning: { de: 'der Erwartungswert über die Daten', en: 'the expected value over the data' },
      },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), chapter 14',
    seeAlso: [
      'variational-autoencoder',
      'representation-learning',
      'principal-component-analysis',
      'unsupervised-learning',
    ],
  },
  {
    id: 'variational-autoencoder',
    names: {
      de: ['Variational Autoencoder', 'Variationeller Autoencoder'],
      en: ['variational autoencoder'],
    },
    abbreviations: ['VAE'],
    misspellings: ['Variation Autoencoder'],
    definition: {
      de: 'Autoencoder, dessen Encoder zu einer Eingabe $x$ keinen festen Code, sondern eine Verteilung $q(z \\mid x)$ von Codes $z$ ausgibt, die nahe an einer Prior-Verteilung $p(z)$ bleiben soll. Nach dem Training erzeugt der Decoder $p(x \\mid z)$ aus zufälligen Codes neue Daten; maximiert wird eine untere Schranke der Log-Likelihood (ELBO).',
      en: 'Autoencoder whose encoder outputs for an input $x$ not a fixed code but a distribution $q(z \\mid x)$ of codes $z$, which is to stay close to a prior distribution $p(z)$. After training, the decoder $p(x \\mid z)$ generates new data from random codes; what is maximized is a lower bound of the log-likelihood (ELBO).',
    },
    formula: String.raw`\mathbb{E}_{q(z \mid x)} \bigl[ \ln p(x \mid z) \bigr] - D_{\text{KL}}\bigl( q(z \mid x) \,\|\, p(z) \bigr)`,
    symbols: [
      {
        tex: '\\mathbb{E}_{q(z \\mid x)}',
        meaning: { de: 'der Erwartungswert über die Codes', en: 'the expected value over the codes' },
      },
      {
        tex: 'D_{\\text{KL}}',
        meaning: { de: 'die Kullback-Leibler-Divergenz', en: 'the Kullback-Leibler divergence' },
      },
    ],
    source: 'Kingma & Welling (2014): Auto-Encoding Variational Bayes, ICLR',
    seeAlso: ['autoencoder', 'kullback-leibler-divergence', 'diffusion-model', 'prior-distribution'],
  },
  {
    id: 'generative-adversarial-network',
    names: {
      de: ['Generative Adversarial Network', 'Erzeugendes gegnerisches Netzwerk'],
      en: ['generative adversarial network', 'generative adversarial net'],
    },
    abbreviations: ['GAN'],
    misspellings: ['Generative Adversial Network', 'Generative Adverserial Network'],
    definition: {
      de: 'Zwei Netze im Wettstreit: Der Generator $G$ macht aus Zufallsvektoren $z$ künstliche Daten, der Diskriminator $D$ schätzt, mit welcher Wahrscheinlichkeit ein Beispiel $x$ echt ist. $G$ lernt, $D$ zu täuschen, und seine Ausgaben werden den echten Daten dabei immer ähnlicher.',
      en: 'Two networks in competition: the generator $G$ turns random vectors $z$ into artificial data, the discriminator $D$ estimates the probability that an example $x$ is real. $G$ learns to fool $D$, and in the process its outputs become more and more like the real data.',
    },
    formula: String.raw`\min_G \max_D \; \mathbb{E}_x\bigl[\ln D(x)\bigr] + \mathbb{E}_z\bigl[\ln\bigl(1 - D(G(z))\bigr)\bigr]`,
    symbols: [
      {
        tex: '\\mathbb{E}_x',
        meaning: { de: 'der Erwartungswert über echte Daten', en: 'the expected value over real data' },
      },
      {
        tex: '\\mathbb{E}_z',
        meaning: {
          de: 'der Erwartungswert über Zufallsvektoren',
          en: 'the expected value over random vectors',
        },
      },
    ],
    source: 'Goodfellow et al. (2014): Generative Adversarial Nets, NeurIPS',
    seeAlso: ['diffusion-model', 'variational-autoencoder', 'adversarial-example', 'saddle-point'],
  },
  {
    id: 'diffusion-model',
    names: {
      de: ['Diffusionsmodell', 'Diffusion Model'],
      en: ['diffusion model', 'denoising diffusion model'],
    },
    definition: {
      de: 'Generatives Modell, das lernt, Daten $x_0$ zu entrauschen: Beim Training werden sie in Schritten $t$ immer stärker verrauscht, und ein Netz sagt aus $x_t$ das Rauschen $\\varepsilon$ vorher. Neue Daten entstehen, indem man mit reinem Rauschen beginnt und es Schritt für Schritt entfernt.',
      en: 'Generative model that learns to denoise data $x_0$: in training, more and more noise is added to them in steps $t$, and a network predicts the noise $\\varepsilon$ from $x_t$. New data are generated by starting from pure noise and removing it step by step.',
    },
    formula: String.raw`x_t = \sqrt{\bar{\alpha}_t}\, x_0 + \sqrt{1 - \bar{\alpha}_t}\; \varepsilon`,
    symbols: [
      {
        tex: '\\bar{\\alpha}_t',
        meaning: {
          de: 'der Anteil des Signals an der Varianz, der mit $t$ von 1 gegen 0 fällt',
          en: 'the share of the signal in the variance, which falls from 1 toward 0 as $t$ grows',
        },
      },
    ],
    source: 'Ho, Jain & Abbeel (2020): Denoising Diffusion Probabilistic Models, NeurIPS',
    seeAlso: ['variational-autoencoder', 'generative-adversarial-network', 'normal-distribution', 'noise'],
  },
  {
    id: 'word-embedding',
    names: {
      de: ['Worteinbettung', 'Word Embedding', 'Wort-Embedding', 'Wortvektor'],
      en: ['word embedding', 'word vector'],
    },
    misspellings: ['Word Embeding'],
    definition: {
      de: 'Embedding, das jedem Wort eines Vokabulars einen Vektor zuordnet, gelernt aus großen Textmengen. Wörter, die in ähnlichen Zusammenhängen stehen, erhalten Vektoren $u$, $v$ mit kleinem Winkel dazwischen, gemessen mit der Kosinusähnlichkeit.',
      en: 'Embedding that assigns a vector to each word of a vocabulary, learned from large amounts of text. Words that occur in similar contexts get vectors $u$, $v$ with a small angle between them, as measured by the cosine similarity.',
    },
    formula: String.raw`\cos(u, v) = \frac{u^\top v}{\|u\| \, \|v\|}`,
    source:
      'Mikolov, Chen, Corrado & Dean (2013): Efficient Estimation of Word Representations in Vector Space, arXiv:1301.3781',
    seeAlso: ['embedding', 'tokenization', 'one-hot-encoding', 'dot-product'],
  },
  {
    id: 'tokenization',
    names: { de: ['Tokenisierung', 'Tokenization'], en: ['tokenization', 'tokenisation'] },
    misspellings: ['Tokenizierung'],
    definition: {
      de: 'Zerlegung eines Textes in Token, die Einheiten, die ein Sprachmodell verarbeitet: Wörter, Wortteile oder Zeichen. Meist sind es Wortteile, gewählt nach ihrer Häufigkeit; so bleibt das Vokabular klein, und trotzdem lässt sich jedes Wort darstellen.',
      en: 'Splitting a text into tokens, the units that a language model processes: words, parts of words, or characters. Mostly they are parts of words, chosen by their frequency; this keeps the vocabulary small, and yet every word can be represented.',
    },
    source:
      'Sennrich, Haddow & Birch (2016): Neural Machine Translation of Rare Words with Subword Units, ACL',
    seeAlso: ['embedding', 'word-embedding', 'transformer', 'perplexity'],
  },
];
