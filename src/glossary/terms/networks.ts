import type { GlossaryTerm } from '../glossaryTerm';

/** What neural networks are made of, and the kinds of learning. */
export const networks: readonly GlossaryTerm[] = [
  {
    id: 'machine-learning',
    names: { de: ['Maschinelles Lernen', 'Machine Learning'], en: ['machine learning'] },
    abbreviations: ['ML'],
    misspellings: ['Maschine Learning'],
    definition: {
      de: 'Teilgebiet der Informatik, in dem Programme eine Aufgabe nicht nach ausdrücklich programmierten Regeln lösen, sondern die Lösung aus Daten lernen: Mit den gesehenen Beispielen werden sie bei der Aufgabe besser. Man unterscheidet vor allem überwachtes, unüberwachtes und bestärkendes Lernen.',
      en: 'Branch of computer science in which programs do not solve a task by explicitly programmed rules but learn the solution from data: they get better at the task with the examples they have seen. The main kinds are supervised, unsupervised, and reinforcement learning.',
    },
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §5.1',
    seeAlso: ['deep-learning', 'supervised-learning', 'unsupervised-learning', 'generalization'],
  },
  {
    id: 'deep-learning',
    names: { de: ['Deep Learning', 'Tiefes Lernen'], en: ['deep learning'] },
    abbreviations: ['DL'],
    definition: {
      de: 'Maschinelles Lernen mit neuronalen Netzen aus vielen Schichten. Jede Schicht überführt die Ausgabe der vorigen in eine abstraktere Darstellung, bei Bildern etwa von Kanten über Formen zu Gegenständen; welche Darstellungen nützlich sind, lernt das Netz selbst aus den Daten.',
      en: 'Machine learning with neural networks of many layers. Each layer turns the output of the previous one into a more abstract representation, in images for example from edges to shapes to objects; which representations are useful, the network learns from the data by itself.',
    },
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), chapter 1',
    seeAlso: ['neural-network', 'representation-learning', 'network-depth', 'backpropagation'],
  },
  {
    id: 'neural-network',
    names: {
      de: [
        'Neuronales Netz',
        'Neuronales Netzwerk',
        'Künstliches neuronales Netz',
        'Künstliches neuronales Netzwerk',
      ],
      en: ['neural network', 'artificial neural network', 'neural net'],
    },
    abbreviations: ['NN', 'ANN'],
    misspellings: ['Neuronal Network', 'Neurales Netz', 'Neurales Netzwerk'],
    definition: {
      de: 'Modell aus einfachen Recheneinheiten, den Neuronen, deren Ausgaben über gewichtete Verbindungen zu Eingaben weiterer Neuronen werden. Mathematisch ist es eine Funktion $f$ der Eingabe $x$, meist eine Verkettung von Schichten, deren Parameter aus Daten gelernt werden.',
      en: 'Model made of simple computing units, the neurons, whose outputs become inputs of further neurons through weighted connections. Mathematically it is a function $f$ of the input $x$, usually a composition of layers, whose parameters are learned from data.',
    },
    formula: String.raw`f(x) = f_L\bigl(\cdots f_2\bigl(f_1(x)\bigr)\bigr)`,
    symbols: [
      {
        tex: 'f_L',
        meaning: {
          de: 'die Abbildung, die die letzte der $L$ Schichten ausführt',
          en: 'the map that the last of the $L$ layers carries out',
        },
      },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), chapter 6',
    seeAlso: ['neuron', 'layer', 'multilayer-perceptron', 'activation-function', 'backpropagation'],
  },
  {
    id: 'neuron',
    names: { de: ['Neuron', 'Künstliches Neuron', 'Unit'], en: ['neuron', 'artificial neuron'] },
    definition: {
      de: 'Recheneinheit eines neuronalen Netzes: Sie multipliziert ihre Eingaben $x_i$ mit Gewichten $w_i$, addiert einen Bias $b$ und wendet auf die Summe eine Aktivierungsfunktion $f$ an. Das Ergebnis $a$ heißt Aktivierung des Neurons.',
      en: 'Computing unit of a neural network: it multiplies its inputs $x_i$ by weights $w_i$, adds a bias $b$, and applies an activation function $f$ to the sum. The result $a$ is called the activation of the neuron.',
    },
    formula: String.raw`a = f\Bigl(\sum_i w_i x_i + b\Bigr)`,
    source: 'Bishop: Pattern Recognition and Machine Learning (2006), §5.1',
    seeAlso: ['weight', 'bias', 'activation-function', 'perceptron', 'layer'],
  },
  {
    id: 'perceptron',
    names: { de: ['Perzeptron', 'Perceptron'], en: ['perceptron'] },
    misspellings: ['Perzepton', 'Percepton'],
    definition: {
      de: 'Frühes lernfähiges Neuron, das zwei Klassen unterscheidet, indem es das Vorzeichen der gewichteten Summe seiner Eingaben ausgibt. Lassen sich die Klassen linear trennen, so findet die Perzeptron-Lernregel nach endlich vielen Schritten eine fehlerfreie Trennung; XOR kann ein einzelnes Perzeptron nicht darstellen.',
      en: 'Early trainable neuron that tells two classes apart by the sign of the weighted sum of its inputs. If the classes are linearly separable, the perceptron learning rule finds a separation without errors after finitely many steps; a single perceptron cannot represent XOR.',
    },
    formula: String.raw`\hat{y} = \operatorname{sign}(w^\top x + b)`,
    symbols: [
      {
        tex: '\\hat{y}',
        meaning: {
          de: 'die vorhergesagte Klasse ($+1$ oder $-1$)',
          en: 'the predicted class ($+1$ or $-1$)',
        },
      },
      { tex: 'w', meaning: { de: 'der Gewichtsvektor', en: 'the weight vector' } },
      { tex: 'x', meaning: { de: 'die Eingabe', en: 'the input' } },
      { tex: 'b', meaning: { de: 'der Bias', en: 'the bias' } },
    ],
    source:
      'Rosenblatt (1958): The Perceptron: A Probabilistic Model for Information Storage and Organization in the Brain, Psychological Review 65',
    seeAlso: ['neuron', 'multilayer-perceptron', 'decision-boundary', 'support-vector-machine'],
  },
  {
    id: 'multilayer-perceptron',
    names: {
      de: [
        'Multilayer-Perzeptron',
        'Mehrschichtiges Perzeptron',
        'Multilayer Perceptron',
        'Feedforward-Netz',
        'Feedforward-Netzwerk',
      ],
      en: ['multilayer perceptron', 'feedforward network', 'feedforward neural network'],
    },
    abbreviations: ['MLP'],
    definition: {
      de: 'Neuronales Netz aus vollständig verbundenen Schichten mit mindestens einer verdeckten; die Information fließt nur vorwärts, von der Eingabe $x$ zur Ausgabe $\\hat{y}$. Eine nichtlineare Aktivierungsfunktion $f$ nach jeder verdeckten Schicht verhindert, dass das Ganze eine bloß affine Abbildung ist.',
      en: 'Neural network of fully connected layers, at least one of them hidden; information flows only forward, from the input $x$ to the output $\\hat{y}$. A nonlinear activation function $f$ after each hidden layer keeps the whole from being a mere affine map.',
    },
    formula: String.raw`\hat{y} = W_2\, f(W_1 x + b_1) + b_2`,
    symbols: [
      {
        tex: 'W_l',
        meaning: {
          de: 'die Gewichtsmatrix der Schicht $l$ ($1$: verdeckte Schicht, $2$: Ausgabeschicht)',
          en: 'the weight matrix of layer $l$ ($1$: hidden layer, $2$: output layer)',
        },
      },
      { tex: 'b_l', meaning: { de: 'ihr Bias-Vektor', en: 'its bias vector' } },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), chapter 6',
    seeAlso: [
      'fully-connected-layer',
      'hidden-layer',
      'activation-function',
      'universal-approximation-theorem',
    ],
  },
  {
    id: 'layer',
    names: { de: ['Schicht', 'Layer'], en: ['layer'] },
    definition: {
      de: 'Gruppe von Neuronen eines Netzes, die gemeinsam die Ausgabe der vorigen Schicht verarbeiten. Allgemeiner heißt so jeder Baustein eines Netzes, der einen Tensor in einen anderen überführt, auch ohne lernbare Parameter wie beim Pooling.',
      en: 'Group of neurons of a network that together process the output of the previous layer. More generally, any building block of a network that turns one tensor into another is called a layer, even without learnable parameters, as in pooling.',
    },
    formula: String.raw`h^{(l)} = f\bigl(W^{(l)} h^{(l-1)} + b^{(l)}\bigr)`,
    symbols: [
      {
        tex: 'h^{(l)}',
        meaning: {
          de: 'die Ausgabe der Schicht $l$ (für $l = 0$ die Eingabe des Netzes)',
          en: 'the output of layer $l$ (for $l = 0$ the input of the network)',
        },
      },
      { tex: 'f', meaning: { de: 'die Aktivierungsfunktion', en: 'the activation function' } },
      { tex: 'W^{(l)}', meaning: { de: 'die Gewichtsmatrix', en: 'the weight matrix' } },
      { tex: 'b^{(l)}', meaning: { de: 'der Bias-Vektor', en: 'the bias vector' } },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), chapter 6',
    seeAlso: ['fully-connected-layer', 'hidden-layer', 'output-layer', 'network-depth', 'convolution'],
  },
  {
    id: 'hidden-layer',
    names: {
      de: ['Verdeckte Schicht', 'Hidden Layer', 'Versteckte Schicht', 'Verborgene Schicht'],
      en: ['hidden layer'],
    },
    definition: {
      de: 'Schicht zwischen der Eingabe und der Ausgabeschicht eines neuronalen Netzes. Die Trainingsdaten geben nicht vor, was sie ausgeben soll; welche Zwischendarstellung der Aufgabe dient, findet erst das Training heraus.',
      en: 'Layer between the input and the output layer of a neural network. The training data do not prescribe what it should output; only training finds out which intermediate representation serves the task.',
    },
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), chapter 6',
    seeAlso: ['hidden-unit', 'output-layer', 'network-depth', 'representation-learning'],
  },
  {
    id: 'hidden-unit',
    names: {
      de: [
        'Verdecktes Neuron',
        'Hidden Unit',
        'Verstecktes Neuron',
        'Verborgenes Neuron',
        'Verdeckte Einheit',
        'Versteckte Einheit',
        'Verborgene Einheit',
      ],
      en: ['hidden unit', 'hidden neuron'],
    },
    definition: {
      de: 'Neuron in einer verdeckten Schicht, dessen Wert weder in der Eingabe noch in der Ausgabe des Netzes vorkommt. Welches Merkmal der Daten es darstellt, ergibt sich beim Training.',
      en: 'Neuron in a hidden layer, whose value appears neither in the input nor in the output of the network. Which feature of the data it represents emerges during training.',
    },
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §6.3',
    seeAlso: ['hidden-layer', 'neuron', 'activation-function', 'dropout'],
  },
  {
    id: 'output-layer',
    names: {
      de: ['Ausgabeschicht', 'Output Layer', 'Output-Schicht'],
      en: ['output layer'],
    },
    definition: {
      de: 'Letzte Schicht eines neuronalen Netzes; sie liefert die Vorhersage. Ihre Aktivierungsfunktion richtet sich nach der Aufgabe: keine bei Regression, Sigmoid bei zwei Klassen, Softmax bei mehreren.',
      en: 'Last layer of a neural network; it yields the prediction. Its activation function depends on the task: none for regression, sigmoid for two classes, softmax for several.',
    },
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §6.2.2',
    seeAlso: ['softmax', 'sigmoid', 'logit', 'loss-function', 'hidden-layer'],
  },
  {
    id: 'fully-connected-layer',
    names: {
      de: [
        'Vollständig verbundene Schicht',
        'Vollverbundene Schicht',
        'Vollvernetzte Schicht',
        'Dichte Schicht',
        'Fully Connected Layer',
        'Dense Layer',
        'Fully-Connected-Schicht',
      ],
      en: ['fully connected layer', 'dense layer'],
    },
    definition: {
      de: 'Schicht, in der jedes der $m$ Neuronen alle $n$ Ausgaben der vorigen Schicht als Eingabe erhält. Sie hat $m \\cdot n$ Gewichte und $m$ Bias-Werte.',
      en: 'Layer in which each of the $m$ neurons takes all $n$ outputs of the previous layer as its input. It has $m \\cdot n$ weights and $m$ biases.',
    },
    formula: String.raw`h = f(Wx + b), \qquad W \in \mathbb{R}^{m \times n}`,
    symbols: [
      { tex: 'h', meaning: { de: 'die Ausgabe der Schicht', en: 'the output of the layer' } },
      { tex: 'f', meaning: { de: 'die Aktivierungsfunktion', en: 'the activation function' } },
      { tex: 'W', meaning: { de: 'die Gewichtsmatrix', en: 'the weight matrix' } },
      {
        tex: 'x',
        meaning: { de: 'die Ausgabe der vorigen Schicht', en: 'the output of the previous layer' },
      },
      { tex: 'b', meaning: { de: 'der Bias-Vektor', en: 'the bias vector' } },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §6.4',
    seeAlso: ['layer', 'multilayer-perceptron', 'weight', 'convolution'],
  },
  {
    id: 'weight',
    names: { de: ['Gewicht', 'Weight', 'Verbindungsgewicht'], en: ['weight', 'connection weight'] },
    definition: {
      de: 'Lernbarer Faktor einer Verbindung im neuronalen Netz. Das Gewicht $w_i$ bestimmt, wie stark und mit welchem Vorzeichen die Eingabe $x_i$ in die Summe $z$ eines Neurons eingeht; die Gewichte einer ganzen Schicht bilden ihre Gewichtsmatrix.',
      en: 'Learnable factor of a connection in a neural network. The weight $w_i$ determines how strongly and with which sign the input $x_i$ enters the sum $z$ of a neuron; the weights of a whole layer form its weight matrix.',
    },
    formula: String.raw`z = \sum_i w_i x_i + b`,
    symbols: [{ tex: 'b', meaning: { de: 'der Bias des Neurons', en: 'the bias of the neuron' } }],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §5.1.4',
    seeAlso: ['bias', 'parameter', 'neuron', 'initialization', 'weight-decay'],
  },
  {
    id: 'bias',
    names: { de: ['Bias', 'Bias-Term', 'Bias-Wert'], en: ['bias', 'bias term'] },
    definition: {
      de: 'Lernbare Konstante $b$, die ein Neuron zur gewichteten Summe seiner Eingaben addiert; sie verschiebt, ab wann es anspricht. Davon zu unterscheiden ist der Bias eines Schätzers, seine systematische Abweichung vom wahren Wert.',
      en: 'Learnable constant $b$ that a neuron adds to the weighted sum of its inputs; it shifts the point from which the neuron responds. The bias of an estimator, its systematic deviation from the true value, is something else.',
    },
    formula: String.raw`z = w^\top x + b`,
    symbols: [
      {
        tex: 'z',
        meaning: {
          de: 'der Wert vor der Aktivierungsfunktion',
          en: 'the value before the activation function',
        },
      },
      { tex: 'w', meaning: { de: 'der Gewichtsvektor', en: 'the weight vector' } },
      { tex: 'x', meaning: { de: 'die Eingabe', en: 'the input' } },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §5.1.4',
    seeAlso: ['weight', 'neuron', 'parameter', 'bias-variance-tradeoff'],
    experiments: ['relu-bias'],
  },
  {
    id: 'parameter',
    names: { de: ['Parameter', 'Modellparameter'], en: ['parameter', 'model parameter'] },
    definition: {
      de: 'Zahl in einem Modell, die das Training bestimmt; in einem neuronalen Netz ist das jedes Gewicht und jeder Bias. Alle zusammen fasst man zu einem Vektor $\\theta$ zusammen. Einstellungen, die man vor dem Training festlegt, heißen dagegen Hyperparameter.',
      en: 'Number in a model that training determines; in a neural network this is every weight and every bias. All of them together are written as a vector $\\theta$. Settings that are fixed before training are called hyperparameters instead.',
    },
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §5.1.4',
    seeAlso: ['weight', 'bias', 'hyperparameter', 'parameter-norm'],
  },
  {
    id: 'activation-function',
    names: { de: ['Aktivierungsfunktion', 'Activation Function'], en: ['activation function'] },
    definition: {
      de: 'Meist nichtlineare Funktion $f$, die ein Neuron auf die gewichtete Summe $z$ seiner Eingaben anwendet. Ohne Nichtlinearität wäre ein Netz mit beliebig vielen Schichten nur eine affine Abbildung.',
      en: 'Usually nonlinear function $f$ that a neuron applies to the weighted sum $z$ of its inputs. Without a nonlinearity, a network of any number of layers would be a mere affine map.',
    },
    formula: String.raw`a = f(z), \qquad z = w^\top x + b`,
    symbols: [
      {
        tex: 'a',
        meaning: {
          de: 'die Ausgabe des Neurons',
          en: 'the output of the neuron',
        },
      },
      { tex: 'w', meaning: { de: 'der Gewichtsvektor', en: 'the weight vector' } },
      { tex: 'x', meaning: { de: 'die Eingabe', en: 'the input' } },
      { tex: 'b', meaning: { de: 'der Bias', en: 'the bias' } },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §6.3',
    seeAlso: ['relu', 'sigmoid', 'hyperbolic-tangent', 'gelu', 'saturation'],
  },
  {
    id: 'sigmoid',
    names: {
      de: ['Sigmoidfunktion', 'Sigmoid', 'Logistische Funktion'],
      en: ['sigmoid function', 'sigmoid', 'logistic function', 'logistic sigmoid'],
    },
    definition: {
      de: 'S-förmige Funktion, die jede reelle Zahl $z$ auf einen Wert zwischen 0 und 1 abbildet, der sich als Wahrscheinlichkeit deuten lässt. Ihre Ableitung $\\sigma(z)\\bigl(1 - \\sigma(z)\\bigr)$ ist höchstens $\\frac{1}{4}$ und geht für große $|z|$ gegen null: Die Funktion sättigt.',
      en: 'S-shaped function that maps every real number $z$ to a value between 0 and 1, which can be read as a probability. Its derivative $\\sigma(z)\\bigl(1 - \\sigma(z)\\bigr)$ is at most $\\frac{1}{4}$ and tends to zero for large $|z|$: the function saturates.',
    },
    formula: String.raw`\sigma(z) = \frac{1}{1 + e^{-z}}`,
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §3.10',
    seeAlso: ['logit', 'saturation', 'hyperbolic-tangent', 'logistic-regression', 'softmax'],
  },
  {
    id: 'hyperbolic-tangent',
    names: {
      de: ['Tangens hyperbolicus', 'Hyperbolischer Tangens'],
      en: ['hyperbolic tangent'],
    },
    abbreviations: ['tanh'],
    misspellings: ['Tangens hyperbolikus'],
    definition: {
      de: 'S-förmige Aktivierungsfunktion $\\tanh z$ mit Werten zwischen $-1$ und $1$, punktsymmetrisch zum Ursprung. Sie ist eine gestreckte und verschobene Sigmoidfunktion $\\sigma$ und sättigt wie diese, hat im Ursprung aber die Steigung 1 statt $\\frac{1}{4}$.',
      en: 'S-shaped activation function $\\tanh z$ with values between $-1$ and $1$, point-symmetric about the origin. It is a stretched and shifted sigmoid function $\\sigma$ and saturates likewise, but has slope 1 instead of $\\frac{1}{4}$ at the origin.',
    },
    formula: String.raw`\tanh z = \frac{e^{z} - e^{-z}}{e^{z} + e^{-z}} = 2\,\sigma(2z) - 1`,
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §6.3.2',
    seeAlso: ['sigmoid', 'activation-function', 'saturation', 'recurrent-neural-network'],
  },
  {
    id: 'relu',
    names: {
      de: ['Rectified Linear Unit', 'ReLU-Funktion', 'Rectifier'],
      en: ['rectified linear unit', 'ReLU function', 'rectifier'],
    },
    abbreviations: ['ReLU'],
    definition: {
      de: 'Aktivierungsfunktion, die positive Werte unverändert lässt und negative auf null setzt. Ihre Ableitung ist 1 für $z > 0$ und 0 für $z < 0$; sie sättigt also nur auf einer Seite und ist sehr billig zu berechnen.',
      en: 'Activation function that leaves positive values unchanged and sets negative ones to zero. Its derivative is 1 for $z > 0$ and 0 for $z < 0$, so it saturates on one side only and is very cheap to compute.',
    },
    formula: String.raw`\operatorname{ReLU}(z) = \max(0, z)`,
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §6.3.1',
    seeAlso: ['leaky-relu', 'gelu', 'softplus', 'he-initialization', 'vanishing-gradients'],
    experiments: ['relu-bias'],
  },
  {
    id: 'leaky-relu',
    names: {
      de: ['Leaky ReLU', 'Leaky Rectified Linear Unit'],
      en: ['leaky ReLU', 'leaky rectified linear unit'],
    },
    definition: {
      de: 'Variante der ReLU, die negative Werte nicht auf null setzt, sondern mit einem kleinen Faktor $\\alpha$ multipliziert, oft $0{,}01$. So ist die Ableitung auch dort nicht null, und kein Neuron hört ganz auf zu lernen.',
      en: 'Variant of ReLU that does not set negative values to zero but multiplies them by a small factor $\\alpha$, often $0.01$. The derivative is thus nonzero there too, and no neuron stops learning altogether.',
    },
    formula: String.raw`f(z) = \begin{cases} z & z \ge 0 \\ \alpha z & z < 0 \end{cases}`,
    symbols: [
      { tex: 'z', meaning: { de: 'die gewichtete Eingangssumme', en: 'the weighted sum of the inputs' } },
    ],
    source: 'Maas, Hannun & Ng (2013): Rectifier Nonlinearities Improve Neural Network Acoustic Models, ICML',
    seeAlso: ['relu', 'gelu', 'activation-function', 'vanishing-gradients'],
  },
  {
    id: 'gelu',
    names: {
      de: ['Gaussian Error Linear Unit', 'GELU-Funktion'],
      en: ['Gaussian error linear unit', 'GELU function'],
    },
    abbreviations: ['GELU'],
    definition: {
      de: 'Glatte Aktivierungsfunktion, die eine Eingabe $z$ mit der Wahrscheinlichkeit gewichtet, dass eine standardnormalverteilte Zufallsvariable höchstens $z$ ist. Sie verläuft ähnlich wie ReLU, ist für negative $z$ aber leicht negativ statt null; in Transformern ist sie weit verbreitet.',
      en: 'Smooth activation function that weights an input $z$ by the probability that a standard normal random variable is at most $z$. It resembles ReLU but is slightly negative instead of zero for negative $z$; it is widely used in transformers.',
    },
    formula: String.raw`\operatorname{GELU}(z) = z \cdot \Phi(z)`,
    symbols: [
      {
        tex: '\\Phi',
        meaning: {
          de: 'die Verteilungsfunktion der Standardnormalverteilung',
          en: 'the cumulative distribution function of the standard normal distribution',
        },
      },
    ],
    source: 'Hendrycks & Gimpel (2016): Gaussian Error Linear Units (GELUs), arXiv:1606.08415',
    seeAlso: ['relu', 'activation-function', 'normal-distribution', 'transformer'],
  },
  {
    id: 'softmax',
    names: {
      de: ['Softmax', 'Softmax-Funktion', 'Normierte Exponentialfunktion'],
      en: [
        'softmax',
        'softmax function',
        'normalized exponential function',
        'normalised exponential function',
      ],
    },
    definition: {
      de: 'Funktion, die $K$ reelle Zahlen $z_1, \\dots, z_K$ (Logits) in $K$ positive Wahrscheinlichkeiten mit Summe 1 überführt. Addiert man zu allen $z_i$ dieselbe Konstante, ändert sich nichts; deshalb zieht man vor dem Exponenzieren meist das größte $z_i$ ab, was einen Überlauf verhindert.',
      en: 'Function that turns $K$ real numbers $z_1, \\dots, z_K$ (logits) into $K$ positive probabilities that sum to 1. Adding the same constant to all $z_i$ changes nothing, so one usually subtracts the largest $z_i$ before exponentiating, which prevents overflow.',
    },
    formula: String.raw`\operatorname{softmax}(z)_i = \frac{e^{z_i}}{\sum_{j=1}^{K} e^{z_j}}`,
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §6.2.2.3',
    seeAlso: ['logit', 'cross-entropy', 'categorical-distribution', 'sigmoid', 'output-layer'],
  },
  {
    id: 'softplus',
    names: { de: ['Softplus', 'Softplus-Funktion'], en: ['softplus', 'softplus function'] },
    definition: {
      de: 'Glatte Annäherung $\\zeta(z)$ an die ReLU mit stets positiven Werten; ihre Ableitung ist die Sigmoidfunktion. Man verwendet sie gern, wo ein Netz eine positive Zahl ausgeben soll, etwa eine Standardabweichung.',
      en: 'Smooth approximation $\\zeta(z)$ of ReLU whose values are always positive; its derivative is the sigmoid function. It is often used where a network has to output a positive number, such as a standard deviation.',
    },
    formula: String.raw`\zeta(z) = \ln(1 + e^{z})`,
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §3.10',
    seeAlso: ['relu', 'sigmoid', 'activation-function'],
  },
  {
    id: 'logit',
    names: { de: ['Logit', 'Log-Odds'], en: ['logit', 'log odds'] },
    definition: {
      de: 'Reelle Zahl, die ein Netz ausgibt, bevor Sigmoid oder Softmax daraus eine Wahrscheinlichkeit macht. Bei zwei Klassen ist der Logit $z$ der Logarithmus der Chance (Odds), also des Verhältnisses von Wahrscheinlichkeit $p$ zu Gegenwahrscheinlichkeit.',
      en: 'Real number that a network outputs before sigmoid or softmax turns it into a probability. With two classes, the logit $z$ is the logarithm of the odds, that is, of the ratio of the probability $p$ to its complement.',
    },
    formula: String.raw`z = \ln\frac{p}{1 - p}`,
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §6.2.2.2',
    seeAlso: ['sigmoid', 'softmax', 'cross-entropy', 'logistic-regression'],
  },
  {
    id: 'skip-connection',
    names: {
      de: [
        'Skip Connection',
        'Residualverbindung',
        'Residual Connection',
        'Shortcut-Verbindung',
        'Skip-Verbindung',
      ],
      en: ['skip connection', 'residual connection', 'shortcut connection'],
    },
    definition: {
      de: 'Verbindung, die die Eingabe $x$ eines Blocks an dessen Schichten vorbeiführt und zu seinem Ergebnis $F(x)$ addiert (oder daran anhängt). Der Gradient erreicht die frühen Schichten so auch auf einem direkten Weg, was das Training tiefer Netze sehr erleichtert.',
      en: 'Connection that carries the input $x$ of a block past its layers and adds it to the result $F(x)$ (or appends it). The gradient thus also reaches the early layers on a direct path, which makes deep networks much easier to train.',
    },
    formula: 'y = x + F(x)',
    symbols: [{ tex: 'y', meaning: { de: 'die Ausgabe des Blocks', en: 'the output of the block' } }],
    source: 'He, Zhang, Ren & Sun (2016): Deep Residual Learning for Image Recognition, CVPR',
    seeAlso: ['residual-network', 'vanishing-gradients', 'network-depth', 'transformer'],
  },
  {
    id: 'residual-network',
    names: {
      de: ['Residualnetz', 'Residual Network', 'Residuales Netz', 'Residualnetzwerk'],
      en: ['residual network', 'residual neural network'],
    },
    abbreviations: ['ResNet'],
    definition: {
      de: 'Tiefes Netz aus Blöcken, die jeweils nur eine Änderung $F_l$ ihrer Eingabe $h_l$ lernen, weil eine Skip Connection die Eingabe zum Ergebnis addiert. So lassen sich auch Netze mit mehr als hundert Schichten gut trainieren.',
      en: 'Deep network of blocks that each learn only a change $F_l$ to their input $h_l$, because a skip connection adds the input to the result. This makes even networks of more than a hundred layers easy to train.',
    },
    formula: 'h_{l+1} = h_l + F_l(h_l)',
    source: 'He, Zhang, Ren & Sun (2016): Deep Residual Learning for Image Recognition, CVPR',
    seeAlso: ['skip-connection', 'network-depth', 'batch-normalization', 'convolutional-neural-network'],
  },
  {
    id: 'network-width',
    names: {
      de: ['Netzbreite', 'Netzwerkbreite', 'Schichtbreite', 'Breite eines Netzes', 'Breite des Netzes'],
      en: ['network width', 'layer width', 'width of a network', 'width of the network'],
    },
    definition: {
      de: 'Anzahl der Neuronen in einer Schicht, für das ganze Netz meist die der breitesten verdeckten Schicht. Verdoppelt man die Breite aller verdeckten Schichten, so vervierfacht sich die Zahl der Gewichte zwischen ihnen.',
      en: 'Number of neurons in a layer, for a whole network usually that of the widest hidden layer. Doubling the width of all hidden layers quadruples the number of weights between them.',
    },
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §6.4',
    seeAlso: ['network-depth', 'model-capacity', 'hidden-layer', 'universal-approximation-theorem'],
  },
  {
    id: 'network-depth',
    names: {
      de: ['Netztiefe', 'Netzwerktiefe', 'Tiefe eines Netzes', 'Tiefe des Netzes'],
      en: ['network depth', 'depth of a network', 'depth of the network'],
    },
    definition: {
      de: 'Anzahl der Schichten mit lernbaren Parametern, die ein Netz hintereinander ausführt; die Eingabe zählt nicht mit. Tiefe Netze stellen manche Funktionen mit weit weniger Neuronen dar als flache, sind ohne Hilfsmittel wie Skip Connections aber schwerer zu trainieren.',
      en: 'Number of layers with learnable parameters that a network runs one after another; the input does not count. Deep networks represent some functions with far fewer neurons than shallow ones but are harder to train without aids such as skip connections.',
    },
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §6.4.1',
    seeAlso: ['network-width', 'skip-connection', 'vanishing-gradients', 'deep-learning'],
  },
  {
    id: 'universal-approximation-theorem',
    names: {
      de: [
        'Universelles Approximationstheorem',
        'Universeller Approximationssatz',
        'Universal Approximation Theorem',
      ],
      en: ['universal approximation theorem'],
    },
    definition: {
      de: 'Satz, nach dem schon ein Netz $g$ mit einer einzigen verdeckten Schicht jede stetige Funktion $f$ auf einer kompakten Menge $K$ beliebig genau annähern kann, sofern die Schicht breit genug und die stetige Aktivierungsfunktion kein Polynom ist. Wie breit sie sein muss und ob das Training die nötigen Gewichte findet, sagt er nicht.',
      en: 'Theorem that a network $g$ with a single hidden layer can already approximate any continuous function $f$ on a compact set $K$ as closely as desired, provided the layer is wide enough and the continuous activation function is not a polynomial. It does not say how wide that is, nor whether training finds the weights.',
    },
    formula: String.raw`\sup_{x \in K} \, \lvert f(x) - g(x) \rvert < \varepsilon`,
    symbols: [
      {
        tex: '\\varepsilon',
        meaning: {
          de: 'die beliebig klein wählbare Schranke $> 0$',
          en: 'the bound $> 0$, which may be as small as desired',
        },
      },
    ],
    source:
      'Leshno, Lin, Pinkus & Schocken (1993): Multilayer Feedforward Networks with a Nonpolynomial Activation Function Can Approximate Any Function, Neural Networks 6',
    seeAlso: ['multilayer-perceptron', 'network-width', 'model-capacity', 'no-free-lunch-theorem'],
  },
  {
    id: 'feature',
    names: { de: ['Merkmal', 'Feature', 'Eingabemerkmal'], en: ['feature', 'input feature'] },
    definition: {
      de: 'Messbare Eigenschaft eines Beispiels, die ein Modell als Eingabe verwendet, etwa die Wohnfläche bei der Schätzung eines Hauspreises. Tiefe Netze berechnen aus den rohen Eingaben selbst weitere Merkmale: die Aktivierungen ihrer verdeckten Schichten.',
      en: 'Measurable property of an example that a model uses as input, such as the floor area when estimating the price of a house. Deep networks compute further features from the raw inputs by themselves: the activations of their hidden layers.',
    },
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §5.1',
    seeAlso: ['label', 'representation-learning', 'feature-map', 'standardization'],
  },
  {
    id: 'label',
    names: { de: ['Label', 'Zielwert', 'Klassenlabel'], en: ['label', 'target value', 'class label'] },
    misspellings: ['Lable'],
    definition: {
      de: 'Richtige Antwort $y$ zu einem Beispiel $x$: bei der Klassifikation die Klasse, bei der Regression der Zielwert. Überwachtes Lernen passt ein Modell so an, dass es aus $x$ das Label vorhersagt.',
      en: 'Correct answer $y$ for an example $x$: the class in classification, the target value in regression. Supervised learning fits a model so that it predicts the label from $x$.',
    },
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §5.1.3',
    seeAlso: ['supervised-learning', 'feature', 'one-hot-encoding', 'label-smoothing'],
  },
  {
    id: 'embedding',
    names: { de: ['Embedding', 'Einbettung'], en: ['embedding'] },
    misspellings: ['Embeding'],
    definition: {
      de: 'Abbildung, die jedem von $V$ Objekten (Wörtern, Nutzern, Produkten) einen Vektor aus $d$ reellen Zahlen zuordnet; auch der Vektor selbst heißt Embedding. Gelernt wird sie so, dass ähnliche Objekte nahe beieinander liegen.',
      en: 'Map that assigns a vector of $d$ real numbers to each of $V$ objects (words, users, products); the vector itself is called an embedding, too. It is learned in such a way that similar objects lie close together.',
    },
    formula: String.raw`e_i = E^\top u_i, \qquad E \in \mathbb{R}^{V \times d}`,
    symbols: [
      { tex: 'e_i', meaning: { de: 'das Embedding des Objekts $i$', en: 'the embedding of object $i$' } },
      {
        tex: 'E',
        meaning: {
          de: 'die gelernte Matrix mit einer Zeile je Objekt',
          en: 'the learned matrix with one row per object',
        },
      },
      {
        tex: 'u_i',
        meaning: { de: 'der One-Hot-Vektor des Objekts $i$', en: 'the one-hot vector of object $i$' },
      },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §12.4.2',
    seeAlso: ['word-embedding', 'one-hot-encoding', 'representation-learning', 'tokenization'],
  },
  {
    id: 'representation-learning',
    names: {
      de: ['Representation Learning', 'Repräsentationslernen', 'Feature Learning', 'Merkmalslernen'],
      en: ['representation learning', 'feature learning'],
    },
    definition: {
      de: 'Lernen einer Darstellung der rohen Daten, mit der eine Aufgabe leichter wird, anstelle von Hand entworfener Merkmale. Die verdeckten Schichten eines tiefen Netzes sind das bekannteste Beispiel.',
      en: 'Learning a representation of the raw data that makes a task easier, in place of features designed by hand. The hidden layers of a deep network are the best-known example.',
    },
    source:
      'Bengio, Courville & Vincent (2013): Representation Learning: A Review and New Perspectives, IEEE TPAMI 35',
    seeAlso: ['feature', 'embedding', 'autoencoder', 'transfer-learning', 'deep-learning'],
  },
  {
    id: 'transfer-learning',
    names: { de: ['Transfer Learning', 'Transferlernen'], en: ['transfer learning'] },
    definition: {
      de: 'Nutzung dessen, was ein Modell an einer Aufgabe mit vielen Daten gelernt hat, für eine verwandte Aufgabe mit wenigen. Meist übernimmt man die vorderen Schichten eines vortrainierten Netzes und trainiert nur die letzten neu.',
      en: 'Use of what a model has learned on a task with plenty of data for a related task with little. Usually one keeps the early layers of a pretrained network and trains only the last ones anew.',
    },
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §15.2',
    seeAlso: ['fine-tuning', 'representation-learning', 'multi-task-learning', 'embedding'],
  },
  {
    id: 'fine-tuning',
    names: { de: ['Fine-Tuning', 'Feinabstimmung'], en: ['fine-tuning'] },
    misspellings: ['Fein-Tuning', 'Fine-Tunning'],
    definition: {
      de: 'Weitertrainieren eines vortrainierten Modells mit den Daten einer neuen Aufgabe, meist mit kleiner Lernrate, damit das bereits Gelernte nicht verloren geht. Man passt alle Parameter an oder nur einen Teil.',
      en: 'Continued training of a pretrained model on the data of a new task, usually with a small learning rate so that what was learned before is not lost. Either all parameters are adapted or only some of them.',
    },
    source:
      'Yosinski, Clune, Bengio & Lipson (2014): How Transferable Are Features in Deep Neural Networks?, NeurIPS',
    seeAlso: ['transfer-learning', 'learning-rate', 'parameter', 'overfitting'],
  },
  {
    id: 'supervised-learning',
    names: { de: ['Überwachtes Lernen', 'Supervised Learning'], en: ['supervised learning'] },
    definition: {
      de: 'Lernen aus Beispielen $x_i$, zu denen die richtige Antwort $y_i$ (das Label) bekannt ist. Gesucht sind die Parameter $\\theta$ eines Modells $f_\\theta$, das diese Antworten möglichst gut vorhersagt, und zwar auch für neue Eingaben.',
      en: 'Learning from examples $x_i$ for which the correct answer $y_i$ (the label) is known. One looks for the parameters $\\theta$ of a model $f_\\theta$ that predicts these answers as well as possible, and does so for new inputs too.',
    },
    formula: String.raw`\min_\theta \; \frac{1}{N} \sum_{i=1}^{N} \ell\bigl(f_\theta(x_i), y_i\bigr)`,
    symbols: [
      { tex: 'N', meaning: { de: 'die Anzahl der Beispiele', en: 'the number of examples' } },
      { tex: '\\ell', meaning: { de: 'die Verlustfunktion', en: 'the loss function' } },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §5.7',
    seeAlso: ['label', 'classification', 'regression', 'loss-function', 'unsupervised-learning'],
  },
  {
    id: 'unsupervised-learning',
    names: {
      de: ['Unüberwachtes Lernen', 'Nichtüberwachtes Lernen', 'Unsupervised Learning'],
      en: ['unsupervised learning'],
    },
    definition: {
      de: 'Lernen aus Beispielen ohne Labels: Gesucht ist Struktur in den Daten selbst, etwa Gruppen, eine niedrigdimensionale Darstellung oder die Verteilung, aus der sie stammen.',
      en: 'Learning from examples without labels: what is sought is structure in the data themselves, such as groups, a low-dimensional representation, or the distribution that they come from.',
    },
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §5.8',
    seeAlso: ['clustering', 'principal-component-analysis', 'autoencoder', 'supervised-learning'],
  },
  {
    id: 'reinforcement-learning',
    names: {
      de: ['Bestärkendes Lernen', 'Reinforcement Learning', 'Verstärkendes Lernen', 'Verstärkungslernen'],
      en: ['reinforcement learning'],
    },
    abbreviations: ['RL'],
    misspellings: ['Reinforced Learning'],
    definition: {
      de: 'Lernen durch Handeln: Ein Agent wirkt auf eine Umgebung ein und erhält in jedem Schritt $t$ eine Belohnung $r_t$. Gesucht ist eine Strategie (Policy) $\\pi$, deren Belohnungen sich auf Dauer zu einer möglichst großen erwarteten Summe addieren.',
      en: 'Learning by acting: an agent acts on an environment and receives a reward $r_t$ in each step $t$. One looks for a policy $\\pi$ whose rewards add up to as large an expected sum as possible in the long run.',
    },
    formula: String.raw`\max_\pi \; \mathbb{E}_\pi \Bigl[ \sum_{t=0}^{\infty} \gamma^t r_t \Bigr]`,
    symbols: [
      {
        tex: '\\mathbb{E}_\\pi',
        meaning: {
          de: 'der Erwartungswert, wenn der Agent $\\pi$ folgt',
          en: 'the expected value when the agent follows $\\pi$',
        },
      },
      {
        tex: '\\gamma',
        meaning: {
          de: 'der Diskontfaktor mit $0 \\le \\gamma < 1$, der spätere Belohnungen geringer gewichtet',
          en: 'the discount factor with $0 \\le \\gamma < 1$, which gives later rewards less weight',
        },
      },
    ],
    source: 'Sutton & Barto: Reinforcement Learning: An Introduction (2nd ed., 2018), chapter 3',
    seeAlso: ['machine-learning', 'supervised-learning', 'unsupervised-learning', 'expected-value'],
  },
  {
    id: 'inference',
    names: { de: ['Inferenz', 'Inference'], en: ['inference'] },
    definition: {
      de: 'Anwendung eines fertig trainierten Modells auf neue Eingaben; die Parameter bleiben dabei fest, es wird nur vorwärts gerechnet. In der Statistik meint Inferenz etwas anderes: den Schluss von einer Stichprobe auf die Verteilung, aus der sie stammt.',
      en: 'Application of a trained model to new inputs; the parameters stay fixed, and only the forward pass is computed. In statistics, inference means something else: drawing conclusions from a sample about the distribution it comes from.',
    },
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §12.1.4',
    seeAlso: ['forward-pass', 'parameter', 'dropout', 'batch-normalization'],
  },
];
