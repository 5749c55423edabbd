import type { GlossaryTerm } from '../glossaryTerm';

/** What training minimizes, and the measures of information behind it. */
export const losses: readonly GlossaryTerm[] = [
  {
    id: 'loss-function',
    names: {
      de: ['Verlustfunktion', 'Loss', 'Lossfunktion', 'Loss Function', 'Kostenfunktion', 'Fehlerfunktion'],
      en: ['loss function', 'loss', 'cost function'],
    },
    misspellings: ['Lost Function'],
    definition: {
      de: 'Funktion, die in einer Zahl misst, wie weit die Vorhersagen eines Modells $f_\\theta$ von den richtigen Antworten abweichen. Training heißt, sie durch die Wahl der Parameter $\\theta$ möglichst klein zu machen; gewöhnlich ist sie das Mittel der Verluste $\\ell$ der einzelnen Beispiele.',
      en: 'Function that measures in a single number how far the predictions of a model $f_\\theta$ are from the correct answers. Training means making it as small as possible by the choice of the parameters $\\theta$; it is usually the mean of the losses $\\ell$ of the single examples.',
    },
    formula: String.raw`L(\theta) = \frac{1}{N} \sum_{i=1}^{N} \ell\bigl(f_\theta(x_i), y_i\bigr)`,
    symbols: [
      { tex: 'N', meaning: { de: 'die Anzahl der Beispiele', en: 'the number of examples' } },
      { tex: 'x_i', meaning: { de: 'die Eingabe des Beispiels $i$', en: 'the input of example $i$' } },
      { tex: 'y_i', meaning: { de: 'die richtige Antwort darauf', en: 'the correct answer to it' } },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §6.2.1',
    seeAlso: ['cross-entropy', 'mean-squared-error', 'loss-surface', 'gradient-descent', 'training-error'],
  },
  {
    id: 'cross-entropy',
    names: {
      de: [
        'Kreuzentropie',
        'Cross-Entropy',
        'Kreuzentropieverlust',
        'Kreuzentropie-Loss',
        'Cross-Entropy-Loss',
        'Log-Loss',
      ],
      en: ['cross-entropy', 'cross-entropy loss', 'log loss'],
    },
    misspellings: ['Crossentropie'],
    definition: {
      de: 'Maß dafür, wie schlecht eine Verteilung $Q$ Ereignisse vorhersagt, die nach $P$ verteilt sind; am kleinsten ist es für $Q = P$. Sagt ein Klassifikator die Wahrscheinlichkeiten $Q$ voraus und ist $y$ die richtige Klasse, so wird daraus der Verlust $-\\ln Q(y)$.',
      en: 'Measure of how badly a distribution $Q$ predicts events that are distributed as $P$; it is smallest for $Q = P$. If a classifier predicts the probabilities $Q$ and $y$ is the correct class, it becomes the loss $-\\ln Q(y)$.',
    },
    formula: String.raw`H(P, Q) = -\sum_x P(x) \ln Q(x)`,
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §3.13',
    seeAlso: [
      'softmax',
      'negative-log-likelihood',
      'kullback-leibler-divergence',
      'entropy',
      'label-smoothing',
    ],
  },
  {
    id: 'mean-squared-error',
    names: {
      de: [
        'Mittlerer quadratischer Fehler',
        'Mean Squared Error',
        'Mittlere quadratische Abweichung',
        'L2-Loss',
      ],
      en: ['mean squared error', 'L2 loss'],
    },
    abbreviations: ['MSE'],
    misspellings: ['Mean Square Error'],
    definition: {
      de: 'Mittel der quadrierten Abweichungen der Vorhersagen $\\hat{y}_i$ von den Zielwerten $y_i$ über $N$ Beispiele. Große Abweichungen zählen überproportional. Im Erwartungswert ist der bedingte Mittelwert $\\mathbb{E}[y \\mid x]$ die beste Vorhersage.',
      en: 'Mean of the squared deviations of the predictions $\\hat{y}_i$ from the targets $y_i$ over $N$ examples. Large deviations count disproportionately. In expectation, the conditional mean $\\mathbb{E}[y \\mid x]$ is the best prediction.',
    },
    formula: String.raw`\text{MSE} = \frac{1}{N} \sum_{i=1}^{N} (\hat{y}_i - y_i)^2`,
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §5.5.1',
    seeAlso: ['mean-absolute-error', 'huber-loss', 'regression', 'linear-regression', 'outlier'],
  },
  {
    id: 'mean-absolute-error',
    names: {
      de: ['Mittlerer absoluter Fehler', 'Mean Absolute Error', 'L1-Loss'],
      en: ['mean absolute error', 'L1 loss'],
    },
    abbreviations: ['MAE'],
    definition: {
      de: 'Mittel der Beträge, um die die Vorhersagen $\\hat{y}_i$ von den Zielwerten $y_i$ abweichen, über $N$ Beispiele. Ausreißer fallen weniger ins Gewicht als beim quadratischen Fehler; im Erwartungswert ist der bedingte Median die beste Vorhersage.',
      en: 'Mean of the absolute values of the deviations of the predictions $\\hat{y}_i$ from the targets $y_i$ over $N$ examples. Outliers matter less than with the squared error; in expectation, the conditional median is the best prediction.',
    },
    formula: String.raw`\text{MAE} = \frac{1}{N} \sum_{i=1}^{N} \lvert \hat{y}_i - y_i \rvert`,
    source: 'Hastie, Tibshirani & Friedman: The Elements of Statistical Learning (2nd ed., 2009), §10.6',
    seeAlso: ['mean-squared-error', 'huber-loss', 'median', 'outlier'],
  },
  {
    id: 'hinge-loss',
    names: {
      de: ['Hinge-Loss', 'Hinge-Verlust', 'Hinge-Verlustfunktion'],
      en: ['hinge loss'],
    },
    definition: {
      de: 'Verlustfunktion für zwei Klassen $y \\in \\{-1, +1\\}$, wie sie Support Vector Machines verwenden. Sie ist null, sobald ein Beispiel mit genügend Abstand auf der richtigen Seite liegt ($y f(x) \\ge 1$), und wächst sonst linear.',
      en: 'Loss function for two classes $y \\in \\{-1, +1\\}$, as used by support vector machines. It is zero as soon as an example lies on the correct side by a sufficient margin ($y f(x) \\ge 1$) and grows linearly otherwise.',
    },
    formula: String.raw`\ell = \max\bigl(0,\, 1 - y f(x)\bigr)`,
    symbols: [
      {
        tex: 'f(x)',
        meaning: {
          de: 'die reelle Ausgabe des Klassifikators, deren Vorzeichen die Klasse ergibt',
          en: 'the real-valued output of the classifier, whose sign gives the class',
        },
      },
    ],
    source: 'Bishop: Pattern Recognition and Machine Learning (2006), §7.1.2',
    seeAlso: ['support-vector-machine', 'cross-entropy', 'loss-function', 'decision-boundary'],
  },
  {
    id: 'huber-loss',
    names: {
      de: ['Huber-Loss', 'Huber-Verlust', 'Huber-Verlustfunktion'],
      en: ['Huber loss'],
    },
    definition: {
      de: 'Verlustfunktion für Regression: quadratisch, solange der Betrag des Fehlers $r$ höchstens $\\delta$ ist, darüber nur noch linear. Sie verbindet so den glatten Verlauf des quadratischen Fehlers bei null mit der geringen Empfindlichkeit des absoluten gegen Ausreißer.',
      en: 'Loss function for regression: quadratic as long as the absolute value of the error $r$ is at most $\\delta$, and merely linear beyond. It thus combines the smoothness of the squared error at zero with the low sensitivity of the absolute error to outliers.',
    },
    formula: String.raw`\ell_\delta(r) = \begin{cases} \frac{1}{2} r^2 & \lvert r \rvert \le \delta \\ \delta \bigl(\lvert r \rvert - \frac{1}{2} \delta\bigr) & \lvert r \rvert > \delta \end{cases}`,
    source:
      'Huber (1964): Robust Estimation of a Location Parameter, The Annals of Mathematical Statistics 35',
    seeAlso: ['mean-squared-error', 'mean-absolute-error', 'outlier', 'regression'],
  },
  {
    id: 'negative-log-likelihood',
    names: {
      de: ['Negative Log-Likelihood'],
      en: ['negative log-likelihood'],
    },
    abbreviations: ['NLL'],
    misspellings: ['Negative Log-Likelyhood'],
    definition: {
      de: 'Negativer Logarithmus der Wahrscheinlichkeit, die ein Modell mit den Parametern $\\theta$ den beobachteten Daten gibt. Diese Größe zu minimieren ist dasselbe wie eine Maximum-Likelihood-Schätzung; für Klassifikation ergibt sich die Kreuzentropie, für normalverteilte Fehler fester Varianz der quadratische Fehler.',
      en: 'Negative logarithm of the probability that a model with the parameters $\\theta$ gives to the observed data. Minimizing it is the same as maximum likelihood estimation; it amounts to cross-entropy for classification and to the squared error for normally distributed errors of fixed variance.',
    },
    formula: String.raw`L(\theta) = -\sum_{i=1}^{N} \ln p_\theta(y_i \mid x_i)`,
    symbols: [
      { tex: 'N', meaning: { de: 'die Anzahl der Beispiele', en: 'the number of examples' } },
      {
        tex: 'p_\\theta',
        meaning: {
          de: 'die vom Modell vorhergesagte Verteilung',
          en: 'the distribution that the model predicts',
        },
      },
      { tex: 'x_i', meaning: { de: 'die Eingabe', en: 'the input' } },
      { tex: 'y_i', meaning: { de: 'das Label des Beispiels $i$', en: 'the label of example $i$' } },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §5.5',
    seeAlso: ['maximum-likelihood-estimation', 'cross-entropy', 'likelihood', 'mean-squared-error'],
  },
  {
    id: 'kullback-leibler-divergence',
    names: {
      de: ['Kullback-Leibler-Divergenz', 'KL-Divergenz', 'Relative Entropie', 'Kullback-Leibler-Abstand'],
      en: ['Kullback-Leibler divergence', 'KL divergence', 'relative entropy'],
    },
    misspellings: [
      'Kullback-Leiber-Divergenz',
      'Kullback-Leiber divergence',
      'Kulback-Leibler-Divergenz',
      'Kulback-Leibler divergence',
    ],
    definition: {
      de: 'Maß dafür, wie sehr eine Verteilung $Q$ von einer Verteilung $P$ abweicht. Es ist nie negativ und genau dann null, wenn beide übereinstimmen. Ein Abstand im mathematischen Sinn ist es nicht, denn vertauscht man $P$ und $Q$, ändert sich im Allgemeinen der Wert.',
      en: 'Measure of how much a distribution $Q$ deviates from a distribution $P$. It is never negative, and zero exactly when the two agree. It is not a distance in the mathematical sense, since exchanging $P$ and $Q$ changes its value in general.',
    },
    formula: String.raw`D_{\text{KL}}(P \,\|\, Q) = \sum_x P(x) \ln \frac{P(x)}{Q(x)}`,
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §3.13',
    seeAlso: ['cross-entropy', 'entropy', 'variational-autoencoder', 'probability-distribution'],
  },
  {
    id: 'entropy',
    names: {
      de: ['Entropie', 'Shannon-Entropie', 'Informationsentropie'],
      en: ['entropy', 'Shannon entropy', 'information entropy'],
    },
    definition: {
      de: 'Mittlerer Informationsgehalt einer diskreten Zufallsvariable mit der Verteilung $P$ und damit ein Maß ihrer Ungewissheit: null, wenn das Ergebnis feststeht, bei endlich vielen Werten am größten für die Gleichverteilung. Die Einheit ist mit $\\ln$ das Nat, mit $\\log_2$ das Bit.',
      en: 'Mean information content of a discrete random variable with the distribution $P$, and hence a measure of its uncertainty: zero if the outcome is certain, and with finitely many values largest for the uniform distribution. The unit is the nat with $\\ln$ and the bit with $\\log_2$.',
    },
    formula: String.raw`H(P) = -\sum_x P(x) \ln P(x)`,
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §3.13',
    seeAlso: ['cross-entropy', 'kullback-leibler-divergence', 'perplexity', 'logarithm'],
  },
  {
    id: 'perplexity',
    names: { de: ['Perplexität', 'Perplexity'], en: ['perplexity'] },
    abbreviations: ['PPL'],
    definition: {
      de: 'Gütemaß für Sprachmodelle: die Exponentialfunktion der mittleren negativen Log-Likelihood je Token. Bei einer Perplexität von $k$ ist das Modell im Mittel so unsicher, als müsste es unter $k$ gleich wahrscheinlichen Token raten; kleiner ist besser.',
      en: 'Quality measure for language models: the exponential of the mean negative log-likelihood per token. At a perplexity of $k$ the model is on average as uncertain as if it had to guess among $k$ equally likely tokens; lower is better.',
    },
    formula: String.raw`\text{PPL} = \exp\Bigl( -\frac{1}{T} \sum_{t=1}^{T} \ln p(x_t \mid x_{<t}) \Bigr)`,
    symbols: [
      { tex: 'T', meaning: { de: 'die Länge des Textes in Token', en: 'the length of the text in tokens' } },
      {
        tex: 'p',
        meaning: {
          de: 'die vom Modell vorhergesagte Verteilung',
          en: 'the distribution that the model predicts',
        },
      },
      { tex: 'x_t', meaning: { de: 'das Token an der Stelle $t$', en: 'the token at position $t$' } },
      { tex: 'x_{<t}', meaning: { de: 'die Folge der Token davor', en: 'the sequence of tokens before it' } },
    ],
    source: 'Jurafsky & Martin: Speech and Language Processing (2nd ed., 2009), chapter 4',
    seeAlso: ['cross-entropy', 'entropy', 'negative-log-likelihood', 'tokenization'],
  },
];
