import type { GlossaryTerm } from '../glossaryTerm';

/** What keeps a model from learning its training data by heart: penalties, noise, averaging, normalization. */
export const regularization: readonly GlossaryTerm[] = [
  {
    id: 'regularization',
    names: {
      de: ['Regularisierung', 'Regularisation'],
      en: ['regularization', 'regularisation'],
    },
    misspellings: ['Regulierisierung'],
    definition: {
      de: 'Sammelbegriff für alle Maßnahmen, die den Generalisierungsfehler eines Modells senken sollen, nicht aber seinen Trainingsfehler. Dazu gehören Strafterme für große Gewichte ebenso wie Dropout, Datenaugmentierung und Early Stopping.',
      en: 'Collective term for all measures that are meant to reduce the generalization error of a model but not its training error. They include penalties on large weights as well as dropout, data augmentation, and early stopping.',
    },
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §5.2.2 and chapter 7',
    seeAlso: ['norm-penalty', 'weight-decay', 'dropout', 'early-stopping', 'overfitting'],
    experiments: ['weight-decay'],
  },
  {
    id: 'tikhonov-regularization',
    names: {
      de: ['Tichonow-Regularisierung', 'Tikhonov-Regularisierung'],
      en: ['Tikhonov regularization', 'Tikhonov regularisation'],
    },
    misspellings: ['Thikonov-Regularisierung', 'Thikonov regularization', 'Tychonov-Regularisierung'],
    definition: {
      de: String.raw`Regularisierung einer Ausgleichsaufgabe durch einen quadratischen Strafterm auf die Lösung, den die Matrix $\Gamma$ gewichtet. Ist $\Gamma = \sqrt{\alpha}\,I$ ein Vielfaches der Einheitsmatrix, so spricht man im Deep Learning meist von $L_2$-Regularisierung oder Weight Decay.`,
      en: String.raw`Regularization of a least-squares problem by a quadratic penalty on its solution, weighted by the matrix $\Gamma$. Where $\Gamma = \sqrt{\alpha}\,I$ is a multiple of the identity matrix, deep learning mostly speaks of $L_2$ regularization or weight decay.`,
    },
    formula: String.raw`\min_w \|Xw - y\|_2^2 + \|\Gamma w\|_2^2`,
    symbols: [
      {
        tex: 'X',
        meaning: {
          de: 'die Matrix der Eingaben mit einem Beispiel je Zeile',
          en: 'the matrix of inputs with one example per row',
        },
      },
      { tex: 'w', meaning: { de: 'der gesuchte Gewichtsvektor', en: 'the weight vector to be found' } },
      { tex: 'y', meaning: { de: 'der Vektor der Zielwerte', en: 'the vector of targets' } },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §7.1.1',
    seeAlso: ['weight-decay', 'l2-regularization', 'norm-penalty', 'condition-number'],
    experiments: ['weight-decay'],
  },
  {
    id: 'weight-decay',
    names: { de: ['Weight Decay', 'Gewichtszerfall'], en: ['weight decay'] },
    definition: {
      de: 'Regularisierung, die alle Gewichte $w$ in jedem Schritt zusätzlich ein wenig in Richtung null zieht. Beim einfachen Gradientenabstieg ist das dasselbe wie $L_2$-Regularisierung; bei adaptiven Verfahren wie Adam unterscheiden sich die beiden.',
      en: 'Regularization that pulls all weights $w$ a little toward zero in every step, in addition to the usual update. For plain gradient descent this is the same as $L_2$ regularization; for adaptive methods such as Adam the two differ.',
    },
    formula: String.raw`w \leftarrow (1 - \eta\alpha)\, w - \eta\, \nabla_w L`,
    symbols: [
      { tex: String.raw`\eta`, meaning: { de: 'die Lernrate', en: 'the learning rate' } },
      {
        tex: String.raw`\alpha`,
        meaning: { de: 'die Stärke des Weight Decay', en: 'the strength of the weight decay' },
      },
      { tex: 'L', meaning: { de: 'die Verlustfunktion', en: 'the loss function' } },
    ],
    source:
      'Krogh & Hertz (1992): A Simple Weight Decay Can Improve Generalization, NIPS 4; Goodfellow, Bengio & Courville: Deep Learning (2016), §7.1.1',
    seeAlso: ['l2-regularization', 'adamw', 'norm-penalty', 'tikhonov-regularization'],
    experiments: ['weight-decay'],
  },
  {
    id: 'l1-regularization',
    names: {
      de: ['L1-Regularisierung', 'L1-Strafterm', 'Lasso'],
      en: ['L1 regularization', 'L1 regularisation', 'L1 penalty', 'lasso'],
    },
    definition: {
      de: 'Regularisierung, die zum Verlust $L$ die Summe der Beträge aller Gewichte $w_i$ hinzufügt. Sie setzt viele Gewichte genau auf null und wählt damit Merkmale aus; in der linearen Regression heißt sie Lasso.',
      en: 'Regularization that adds the sum of the absolute values of all weights $w_i$ to the loss $L$. It sets many weights to exactly zero and thereby selects features; in linear regression it is called the lasso.',
    },
    formula: String.raw`\tilde L = L + \alpha \|w\|_1 = L + \alpha \sum_i |w_i|`,
    symbols: [
      {
        tex: String.raw`\tilde L`,
        meaning: { de: 'der regularisierte Verlust', en: 'the regularized loss' },
      },
      {
        tex: String.raw`\alpha`,
        meaning: { de: 'die Stärke der Regularisierung', en: 'the strength of the regularization' },
      },
    ],
    source:
      'Tibshirani (1996): Regression Shrinkage and Selection via the Lasso, JRSS B 58; Goodfellow, Bengio & Courville: Deep Learning (2016), §7.1.2',
    seeAlso: ['sparsity', 'manhattan-norm', 'l2-regularization', 'norm-penalty'],
    experiments: ['sparsity'],
  },
  {
    id: 'l2-regularization',
    names: {
      de: ['L2-Regularisierung', 'L2-Strafterm', 'Ridge-Regression'],
      en: ['L2 regularization', 'L2 regularisation', 'L2 penalty', 'ridge regression'],
    },
    definition: {
      de: 'Regularisierung, die zum Verlust $L$ die quadrierte euklidische Norm der Gewichte $w$ hinzufügt. Große Gewichte werden dadurch teuer, und die Ausgabe des Modells ändert sich weniger sprunghaft; in der linearen Regression heißt das Ridge-Regression.',
      en: 'Regularization that adds the squared Euclidean norm of the weights $w$ to the loss $L$. This makes large weights expensive, and the output of the model changes less abruptly; in linear regression it is called ridge regression.',
    },
    formula: String.raw`\tilde L = L + \frac{\alpha}{2} \|w\|_2^2, \qquad \nabla_w \tilde L = \nabla_w L + \alpha w`,
    symbols: [
      {
        tex: String.raw`\tilde L`,
        meaning: { de: 'der regularisierte Verlust', en: 'the regularized loss' },
      },
      {
        tex: String.raw`\alpha`,
        meaning: { de: 'die Stärke der Regularisierung', en: 'the strength of the regularization' },
      },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §7.1.1',
    seeAlso: ['weight-decay', 'euclidean-norm', 'l1-regularization', 'maximum-a-posteriori-estimation'],
    experiments: ['weight-decay'],
  },
  {
    id: 'norm-penalty',
    names: {
      de: [
        'Parameternorm-Strafterm',
        'Normstrafterm',
        'Strafterm',
        'Penalty',
        'Regularisierungsterm',
        'Regularisierer',
      ],
      en: [
        'parameter norm penalty',
        'norm penalty',
        'penalty term',
        'regularization term',
        'regularisation term',
        'regularizer',
        'regulariser',
      ],
    },
    definition: {
      de: String.raw`Zusätzlicher Summand $\Omega(\theta)$ der Zielfunktion, der mit einer Norm der Parameter $\theta$ wächst und so große Parameter bestraft. Der Faktor $\alpha \ge 0$ bestimmt, wie sehr die Strafe gegenüber dem Verlust $L$ zählt; Bias-Werte bleiben meist unbestraft.`,
      en: String.raw`Additional term $\Omega(\theta)$ of the objective that grows with a norm of the parameters $\theta$ and so penalizes large parameters. The factor $\alpha \ge 0$ sets how much the penalty counts relative to the loss $L$; biases are usually not penalized.`,
    },
    formula: String.raw`\tilde L(\theta) = L(\theta) + \alpha\, \Omega(\theta)`,
    symbols: [
      {
        tex: String.raw`\tilde L`,
        meaning: { de: 'der regularisierte Verlust', en: 'the regularized loss' },
      },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §7.1',
    seeAlso: ['l1-regularization', 'l2-regularization', 'parameter-norm', 'max-norm-constraint'],
    experiments: ['weight-decay'],
  },
  {
    id: 'parameter-norm',
    names: {
      de: ['Parameternorm', 'Norm der Parameter', 'Gewichtsnorm', 'Norm der Gewichte'],
      en: ['parameter norm', 'norm of the parameters', 'weight norm', 'norm of the weights'],
    },
    definition: {
      de: 'Länge des Vektors, in dem alle Parameter eines Modells (oft nur die Gewichte, ohne die Bias-Werte) hintereinander stehen, meist als euklidische Norm. Bei sonst gleichem Modell gehört eine kleine Parameternorm in der Regel zu einer glatteren Funktion.',
      en: 'Length of the vector that lists all parameters of a model (often only the weights, without the biases), usually as a Euclidean norm. For otherwise equal models a small parameter norm usually goes with a smoother function.',
    },
    formula: String.raw`\|w\|_2 = \sqrt{\sum_i w_i^2}`,
    symbols: [
      { tex: 'w', meaning: { de: 'der Vektor aller Gewichte', en: 'the vector of all weights' } },
      { tex: 'w_i', meaning: { de: 'das $i$-te Gewicht', en: 'the $i$-th weight' } },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §7.1',
    seeAlso: ['norm-penalty', 'euclidean-norm', 'weight-decay', 'model-capacity'],
    experiments: ['weight-decay'],
  },
  {
    id: 'max-norm-constraint',
    names: {
      de: ['Max-Norm-Beschränkung', 'Max-Norm-Regularisierung', 'Normbeschränkung'],
      en: ['max-norm constraint', 'max-norm regularization', 'max-norm regularisation', 'norm constraint'],
    },
    definition: {
      de: 'Regularisierung, die der Norm des Gewichtsvektors $w$ jedes Neurons eine feste obere Schranke $c$ setzt. Ist der Vektor nach einem Schritt zu lang, wird er auf die Länge $c$ gekürzt; kürzere Vektoren bleiben unverändert.',
      en: 'Regularization that puts a fixed upper bound $c$ on the norm of the weight vector $w$ of each neuron. If the vector is too long after a step, it is scaled back to length $c$; shorter vectors stay as they are.',
    },
    formula: String.raw`w \leftarrow w \cdot \min\left(1, \frac{c}{\|w\|_2}\right)`,
    source:
      'Srivastava et al. (2014): Dropout: A Simple Way to Prevent Neural Networks from Overfitting, JMLR 15; Goodfellow, Bengio & Courville: Deep Learning (2016), §7.2',
    seeAlso: ['norm-penalty', 'parameter-norm', 'dropout', 'norm-clipping'],
  },
  {
    id: 'sparsity',
    names: {
      de: ['Dünnbesetztheit', 'Sparsity', 'Spärlichkeit'],
      en: ['sparsity', 'sparseness'],
    },
    definition: {
      de: 'Eigenschaft eines Vektors oder einer Matrix, dass die meisten Einträge null sind. Dünn besetzt können die Gewichte eines Modells sein (etwa durch $L_1$-Regularisierung) oder seine Aktivierungen (etwa durch ReLU).',
      en: 'Property of a vector or matrix that most of its entries are zero. The weights of a model can be sparse (for example through $L_1$ regularization) or its activations (for example through ReLU).',
    },
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §7.1.2 and §7.10',
    seeAlso: ['l1-regularization', 'manhattan-norm', 'relu', 'feature'],
    experiments: ['sparsity'],
  },
  {
    id: 'early-stopping',
    names: {
      de: ['Early Stopping', 'Frühes Stoppen', 'Frühzeitiger Abbruch', 'Vorzeitiger Abbruch'],
      en: ['early stopping'],
    },
    misspellings: ['Early Stoping'],
    definition: {
      de: 'Regularisierung, bei der das Training endet, sobald der Fehler auf der Validierungsmenge längere Zeit nicht mehr sinkt. Verwendet werden die Parameter aus dem Schritt mit dem kleinsten Validierungsfehler.',
      en: 'Regularization that ends training as soon as the error on the validation set has not fallen for some time. The parameters from the step with the smallest validation error are used.',
    },
    formula: String.raw`t^\ast = \arg\min_t\, L_{\mathrm{val}}(\theta_t)`,
    symbols: [
      { tex: String.raw`t^\ast`, meaning: { de: 'der beste Schritt', en: 'the best step' } },
      {
        tex: String.raw`L_{\mathrm{val}}`,
        meaning: { de: 'der Verlust auf der Validierungsmenge', en: 'the loss on the validation set' },
      },
      {
        tex: String.raw`\theta_t`,
        meaning: {
          de: 'der Parametervektor nach Schritt $t$',
          en: 'the parameter vector after step $t$',
        },
      },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §7.8',
    seeAlso: ['validation-set', 'overfitting', 'regularization', 'epoch'],
    experiments: ['early-stopping'],
  },
  {
    id: 'dropout',
    names: { de: ['Dropout'], en: ['dropout'] },
    definition: {
      de: 'Regularisierung, bei der in jedem Trainingsschritt jede Aktivierung $h_i$ mit der Wahrscheinlichkeit $p$ auf null gesetzt wird, sodass sich kein Neuron auf einzelne andere verlassen kann. Die übrigen Aktivierungen teilt man durch $1 - p$, damit der Erwartungswert gleich bleibt; bei der Inferenz bleibt das Netz vollständig.',
      en: 'Regularization that sets each activation $h_i$ to zero with probability $p$ in every training step, so that no neuron can rely on particular others. The remaining activations are divided by $1 - p$ to keep the expected value; at inference the network stays complete.',
    },
    formula: String.raw`\tilde h_i = \frac{m_i}{1 - p}\, h_i, \qquad m_i \sim \operatorname{Bernoulli}(1 - p)`,
    symbols: [
      {
        tex: 'm_i',
        meaning: {
          de: 'der zufällige Maskenwert $0$ oder $1$',
          en: 'the random mask value $0$ or $1$',
        },
      },
      {
        tex: String.raw`\tilde h_i`,
        meaning: { de: 'die Aktivierung nach Dropout', en: 'the activation after dropout' },
      },
    ],
    source:
      'Srivastava et al. (2014): Dropout: A Simple Way to Prevent Neural Networks from Overfitting, JMLR 15; Goodfellow, Bengio & Courville: Deep Learning (2016), §7.12',
    seeAlso: ['regularization', 'ensemble', 'noise-injection', 'bernoulli-distribution'],
    experiments: ['dropout', 'dropout-subnetworks'],
  },
  {
    id: 'data-augmentation',
    names: {
      de: ['Datenaugmentierung', 'Data Augmentation', 'Augmentierung', 'Datenaugmentation'],
      en: ['data augmentation', 'dataset augmentation', 'augmentation'],
    },
    definition: {
      de: 'Vergrößerung der Trainingsmenge durch veränderte Kopien der Beispiele, deren Label dabei gültig bleibt, etwa gespiegelte, verschobene oder verrauschte Bilder. Das Modell lernt so, dass diese Änderungen für die Aufgabe keine Rolle spielen.',
      en: 'Enlargement of the training set by altered copies of its examples whose label remains valid, for example flipped, shifted, or noisy images. The model thus learns that these changes do not matter for the task.',
    },
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §7.4',
    seeAlso: ['training-set', 'noise-injection', 'regularization', 'generalization'],
    experiments: ['data-augmentation'],
  },
  {
    id: 'label-smoothing',
    names: { de: ['Label Smoothing', 'Label-Glättung'], en: ['label smoothing'] },
    definition: {
      de: 'Regularisierung, die die One-Hot-Zielwerte $y_k$ einer Klassifikation mit $K$ Klassen durch weichere ersetzt: Die richtige Klasse erhält etwas weniger als $1$, jede andere etwas mehr als $0$. Das Netz muss dann keine immer größeren Logits mehr anstreben und wird weniger selbstsicher.',
      en: 'Regularization that replaces the one-hot targets $y_k$ of a classification into $K$ classes by softer ones: the correct class gets a little less than $1$, every other class a little more than $0$. The network then need not pursue ever larger logits and becomes less overconfident.',
    },
    formula: String.raw`\tilde y_k = (1 - \varepsilon)\, y_k + \frac{\varepsilon}{K}`,
    symbols: [
      {
        tex: String.raw`\varepsilon`,
        meaning: { de: 'der Grad der Glättung', en: 'the amount of smoothing' },
      },
    ],
    source:
      'Szegedy et al. (2016): Rethinking the Inception Architecture for Computer Vision, CVPR; Goodfellow, Bengio & Courville: Deep Learning (2016), §7.5.1',
    seeAlso: ['one-hot-encoding', 'cross-entropy', 'softmax', 'noise-injection'],
    experiments: ['label-smoothing'],
  },
  {
    id: 'noise-injection',
    names: { de: ['Rauschinjektion', 'Noise Injection'], en: ['noise injection'] },
    definition: {
      de: 'Regularisierung, bei der im Training zufälliges Rauschen zu den Eingaben, den Aktivierungen, den Gewichten oder den Zielwerten hinzukommt. Das Modell muss dadurch gegenüber kleinen Störungen unempfindlich werden.',
      en: 'Regularization that adds random noise to the inputs, the activations, the weights, or the targets during training. The model thereby has to become insensitive to small perturbations.',
    },
    formula: String.raw`\tilde x = x + \epsilon, \qquad \epsilon \sim \mathcal{N}(0, \sigma^2 I)`,
    symbols: [
      { tex: 'x', meaning: { de: 'die Eingabe', en: 'the input' } },
      {
        tex: String.raw`\epsilon`,
        meaning: { de: 'das normalverteilte Rauschen', en: 'the normally distributed noise' },
      },
      {
        tex: String.raw`\sigma`,
        meaning: { de: 'seine Standardabweichung', en: 'its standard deviation' },
      },
      { tex: 'I', meaning: { de: 'die Einheitsmatrix', en: 'the identity matrix' } },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §7.5',
    seeAlso: ['noise', 'data-augmentation', 'dropout', 'label-smoothing'],
    experiments: ['noise-injection'],
  },
  {
    id: 'parameter-sharing',
    names: {
      de: [
        'Parameter-Sharing',
        'Weight Sharing',
        'Parameterteilung',
        'Geteilte Gewichte',
        'Geteilte Parameter',
      ],
      en: ['parameter sharing', 'weight sharing', 'shared weight', 'shared parameter', 'weight tying'],
    },
    definition: {
      de: 'Verwendung derselben Parameter an mehreren Stellen eines Modells, etwa desselben Faltungskerns an jedem Ort eines Bildes oder derselben Gewichte in jedem Zeitschritt. Das verringert die Zahl der freien Parameter; im Gradienten summieren sich die Beiträge aller Stellen.',
      en: 'Use of the same parameters in several places of a model, for example the same convolution kernel at every position of an image or the same weights in every time step. This reduces the number of free parameters; the gradient is the sum of the contributions of all places.',
    },
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §7.9',
    seeAlso: ['convolution', 'recurrent-neural-network', 'multi-task-learning', 'parameter'],
    experiments: ['parameter-sharing'],
  },
  {
    id: 'multi-task-learning',
    names: { de: ['Multi-Task-Lernen', 'Multi-Task Learning'], en: ['multi-task learning'] },
    abbreviations: ['MTL'],
    definition: {
      de: 'Gemeinsames Training eines Modells für mehrere verwandte Aufgaben, die einen Teil der Parameter teilen. Was der gemeinsame Teil lernt, muss allen Aufgaben dienen und verallgemeinert deshalb oft besser.',
      en: 'Joint training of one model for several related tasks that share some of its parameters. What the shared part learns has to serve all tasks and therefore often generalizes better.',
    },
    formula: String.raw`L(\theta) = \sum_{k} \lambda_k L_k(\theta)`,
    symbols: [
      {
        tex: 'L_k',
        meaning: { de: 'der Verlust der $k$-ten Aufgabe', en: 'the loss of the $k$-th task' },
      },
      {
        tex: String.raw`\lambda_k`,
        meaning: { de: 'das Gewicht dieser Aufgabe', en: 'the weight of this task' },
      },
      {
        tex: String.raw`\theta`,
        meaning: { de: 'der Vektor aller Parameter', en: 'the vector of all parameters' },
      },
    ],
    source:
      'Caruana (1997): Multitask Learning, Machine Learning 28; Goodfellow, Bengio & Courville: Deep Learning (2016), §7.7',
    seeAlso: ['parameter-sharing', 'transfer-learning', 'representation-learning', 'generalization'],
    experiments: ['parameter-sharing'],
  },
  {
    id: 'bagging',
    names: {
      de: ['Bagging', 'Bootstrap Aggregating'],
      en: ['bagging', 'bootstrap aggregating', 'bootstrap aggregation'],
    },
    definition: {
      de: 'Ensemble-Methode, die $K$ Modelle auf verschiedenen Bootstrap-Stichproben der Trainingsmenge trainiert und ihre Vorhersagen $f_k(x)$ mittelt oder abstimmen lässt. Weil sich die Fehler der Modelle teilweise ausgleichen, sinkt die Varianz der Vorhersage.',
      en: 'Ensemble method that trains $K$ models on different bootstrap samples of the training set and averages their predictions $f_k(x)$ or lets them vote. Because the errors of the models partly cancel, the variance of the prediction falls.',
    },
    formula: String.raw`f(x) = \frac{1}{K} \sum_{k=1}^{K} f_k(x)`,
    symbols: [
      {
        tex: 'f(x)',
        meaning: {
          de: 'die gemeinsame Vorhersage für die Eingabe $x$',
          en: 'the joint prediction for the input $x$',
        },
      },
    ],
    source:
      'Breiman (1996): Bagging Predictors, Machine Learning 24; Goodfellow, Bengio & Courville: Deep Learning (2016), §7.11',
    seeAlso: ['bootstrap', 'ensemble', 'boosting', 'bias-variance-tradeoff'],
    experiments: ['bagging'],
  },
  {
    id: 'bootstrap',
    names: {
      de: ['Bootstrap', 'Bootstrap-Verfahren', 'Bootstrapping', 'Bootstrap-Stichprobe'],
      en: ['bootstrap', 'bootstrapping', 'bootstrap sample'],
    },
    definition: {
      de: String.raw`Verfahren, das aus einer Stichprobe vom Umfang $n$ neue Stichproben desselben Umfangs durch Ziehen *mit* Zurücklegen gewinnt, um die Streuung einer Schätzung zu beurteilen oder verschiedene Modelle zu trainieren. Für großes $n$ enthält eine solche Stichprobe nur rund $63\,\%$ der ursprünglichen Beispiele, manche davon mehrfach.`,
      en: String.raw`Method that obtains new samples from a sample of size $n$ by drawing $n$ times *with* replacement, in order to assess how much an estimate varies or to train different models. For large $n$ such a sample contains only about $63\,\%$ of the original examples, some of them several times.`,
    },
    formula: String.raw`1 - \left(1 - \frac{1}{n}\right)^n \longrightarrow 1 - \frac{1}{e} \approx 63\,\%`,
    source:
      'Efron (1979): Bootstrap Methods: Another Look at the Jackknife, Annals of Statistics 7; Hastie, Tibshirani & Friedman: The Elements of Statistical Learning (2nd ed., 2009), §7.11',
    seeAlso: ['bagging', 'sample', 'confidence-interval', 'cross-validation'],
    experiments: ['bagging'],
  },
  {
    id: 'ensemble',
    names: {
      de: ['Ensemble', 'Ensemble-Methode', 'Ensemble-Lernen', 'Modellmittelung'],
      en: ['ensemble', 'ensemble method', 'ensemble learning', 'model averaging'],
    },
    definition: {
      de: 'Mehrere Modelle, deren Vorhersagen gemeinsam ein Ergebnis liefern, meist als Mittelwert oder Mehrheitsentscheid. Je weniger die Fehler der $K$ Modelle miteinander korrelieren, desto mehr gleichen sie sich bei der Mittelung aus.',
      en: 'Several models whose predictions jointly yield one result, usually as an average or a majority vote. The less the errors of the $K$ models are correlated with one another, the more they cancel when averaged.',
    },
    formula: String.raw`\mathbb{E}\left[\Big(\frac{1}{K} \sum_{k} \epsilon_k\Big)^2\right] = \frac{1}{K}\, v + \frac{K - 1}{K}\, c`,
    symbols: [
      {
        tex: String.raw`\epsilon_k`,
        meaning: {
          de: 'der Fehler des $k$-ten Modells mit Erwartungswert null',
          en: 'the error of the $k$-th model with expected value zero',
        },
      },
      { tex: 'v', meaning: { de: 'die Varianz eines Fehlers', en: 'the variance of one error' } },
      {
        tex: 'c',
        meaning: { de: 'die Kovarianz zweier Fehler', en: 'the covariance of two errors' },
      },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §7.11',
    seeAlso: ['bagging', 'boosting', 'dropout', 'covariance', 'bias-variance-tradeoff'],
    experiments: ['bagging', 'dropout-subnetworks'],
  },
  {
    id: 'boosting',
    names: { de: ['Boosting'], en: ['boosting'] },
    definition: {
      de: 'Ensemble-Methode, die schwache Modelle $h_m$ nacheinander trainiert, wobei jedes neue Modell die Fehler der bisherigen Summe $F_{m-1}$ ausgleichen soll. Anders als Bagging senkt Boosting vor allem den Bias.',
      en: 'Ensemble method that trains weak models $h_m$ one after another, each new model being meant to correct the errors of the sum $F_{m-1}$ so far. Unlike bagging, boosting mainly reduces the bias.',
    },
    formula: String.raw`F_m(x) = F_{m-1}(x) + \beta_m h_m(x)`,
    symbols: [
      {
        tex: String.raw`\beta_m`,
        meaning: {
          de: 'das Gewicht des $m$-ten Modells in der Summe',
          en: 'the weight of the $m$-th model in the sum',
        },
      },
      { tex: 'x', meaning: { de: 'die Eingabe', en: 'the input' } },
    ],
    source: 'Hastie, Tibshirani & Friedman: The Elements of Statistical Learning (2nd ed., 2009), chapter 10',
    seeAlso: ['ensemble', 'bagging', 'bias-variance-tradeoff'],
  },
  {
    id: 'batch-normalization',
    names: {
      de: ['Batch-Normalisierung', 'Batch Normalization', 'Batch Norm'],
      en: ['batch normalization', 'batch normalisation', 'batch norm'],
    },
    abbreviations: ['BN'],
    definition: {
      de: String.raw`Schicht, die jede Aktivierung $x_i$ mit Mittelwert $\mu_B$ und Varianz $\sigma_B^2$ des aktuellen Mini-Batches standardisiert und dann mit gelernten Werten $\gamma$ und $\beta$ skaliert und verschiebt. Tiefe Netze lassen sich dadurch mit größeren Lernraten trainieren; bei der Inferenz treten laufende Mittelwerte aus dem Training an die Stelle der Batch-Statistik.`,
      en: String.raw`Layer that standardizes each activation $x_i$ with the mean $\mu_B$ and the variance $\sigma_B^2$ of the current mini-batch and then scales and shifts it by learned values $\gamma$ and $\beta$. It allows deep networks to be trained with larger learning rates; at inference, running averages from training replace the batch statistics.`,
    },
    formula: String.raw`y_i = \gamma\, \frac{x_i - \mu_B}{\sqrt{\sigma_B^2 + \epsilon}} + \beta`,
    symbols: [
      { tex: 'y_i', meaning: { de: 'die Ausgabe der Schicht', en: 'the output of the layer' } },
      {
        tex: String.raw`\epsilon`,
        meaning: {
          de: 'eine kleine Konstante gegen die Division durch null',
          en: 'a small constant against division by zero',
        },
      },
    ],
    source:
      'Ioffe & Szegedy (2015): Batch Normalization: Accelerating Deep Network Training by Reducing Internal Covariate Shift, ICML; Goodfellow, Bengio & Courville: Deep Learning (2016), §8.7.1',
    seeAlso: ['layer-normalization', 'standardization', 'mini-batch', 'exponential-moving-average'],
  },
  {
    id: 'layer-normalization',
    names: {
      de: ['Layer-Normalisierung', 'Layer Normalization', 'Layer Norm', 'Schichtnormalisierung'],
      en: ['layer normalization', 'layer normalisation', 'layer norm'],
    },
    abbreviations: ['LN'],
    definition: {
      de: String.raw`Schicht, die die Aktivierungen $x_1, \dots, x_d$ eines einzelnen Beispiels mit deren eigenem Mittelwert $\mu$ und eigener Varianz $\sigma^2$ standardisiert und dann je Komponente mit gelernten Werten $\gamma_i$ und $\beta_i$ skaliert und verschiebt. Sie hängt nicht von den anderen Beispielen im Batch ab und ist deshalb in Transformern und rekurrenten Netzen üblich.`,
      en: String.raw`Layer that standardizes the activations $x_1, \dots, x_d$ of a single example with their own mean $\mu$ and variance $\sigma^2$ and then scales and shifts each component by learned values $\gamma_i$ and $\beta_i$. It does not depend on the other examples in the batch and is therefore common in transformers and recurrent networks.`,
    },
    formula: String.raw`y_i = \gamma_i\, \frac{x_i - \mu}{\sqrt{\sigma^2 + \epsilon}} + \beta_i`,
    symbols: [
      { tex: 'y_i', meaning: { de: 'die $i$-te Ausgabe', en: 'the $i$-th output' } },
      {
        tex: String.raw`\epsilon`,
        meaning: {
          de: 'eine kleine Konstante gegen die Division durch null',
          en: 'a small constant against division by zero',
        },
      },
    ],
    source: 'Ba, Kiros & Hinton (2016): Layer Normalization, arXiv:1607.06450',
    seeAlso: ['batch-normalization', 'transformer', 'standardization', 'recurrent-neural-network'],
  },
  {
    id: 'adversarial-example',
    names: {
      de: ['Adversariales Beispiel', 'Adversarielles Beispiel', 'Adversarial Example'],
      en: ['adversarial example'],
    },
    definition: {
      de: 'Eingabe, die absichtlich so wenig verändert wurde, dass ein Mensch den Unterschied kaum bemerkt, ein Modell sie aber falsch klassifiziert. Ein besonders schnelles Verfahren, solche Eingaben zu erzeugen, folgt dem Vorzeichen des Gradienten des Verlusts $L$ nach der Eingabe $x$.',
      en: 'Input that was deliberately altered so little that a human hardly notices the difference while a model misclassifies it. A particularly fast method of producing such inputs follows the sign of the gradient of the loss $L$ with respect to the input $x$.',
    },
    formula: String.raw`x' = x + \varepsilon \operatorname{sign}\bigl(\nabla_x L(\theta, x, y)\bigr)`,
    symbols: [
      { tex: "x'", meaning: { de: 'die veränderte Eingabe', en: 'the altered input' } },
      {
        tex: String.raw`\varepsilon`,
        meaning: {
          de: 'die größte Änderung je Komponente',
          en: 'the largest change per component',
        },
      },
      { tex: String.raw`\theta`, meaning: { de: 'der Parametervektor', en: 'the parameter vector' } },
      { tex: 'y', meaning: { de: 'das richtige Label', en: 'the correct label' } },
    ],
    source: 'Goodfellow, Shlens & Szegedy (2015): Explaining and Harnessing Adversarial Examples, ICLR',
    seeAlso: ['adversarial-training', 'gradient', 'generalization', 'noise-injection'],
  },
  {
    id: 'adversarial-training',
    names: {
      de: ['Adversariales Training', 'Adversarielles Training'],
      en: ['adversarial training'],
    },
    definition: {
      de: String.raw`Training auf adversarialen Beispielen, die gegen den jeweils aktuellen Stand des Modells erzeugt werden. Gesucht sind Parameter $\theta$, deren Verlust $L$ auch bei der schlimmsten erlaubten Störung $\delta$ der Eingabe $x$ klein bleibt.`,
      en: String.raw`Training on adversarial examples that are generated against the current state of the model. The aim is parameters $\theta$ whose loss $L$ stays small even under the worst allowed perturbation $\delta$ of the input $x$.`,
    },
    formula: String.raw`\min_\theta\; \mathbb{E}_{(x, y)} \Bigl[\, \max_{\|\delta\| \le \varepsilon} L(\theta, x + \delta, y) \Bigr]`,
    symbols: [
      { tex: 'y', meaning: { de: 'das richtige Label', en: 'the correct label' } },
      {
        tex: String.raw`\varepsilon`,
        meaning: { de: 'die größte erlaubte Störung', en: 'the largest allowed perturbation' },
      },
    ],
    source:
      'Madry et al. (2018): Towards Deep Learning Models Resistant to Adversarial Attacks, ICLR; Goodfellow, Bengio & Courville: Deep Learning (2016), §7.13',
    seeAlso: ['adversarial-example', 'data-augmentation', 'regularization'],
  },
  {
    id: 'exponential-moving-average',
    names: {
      de: [
        'Exponentiell gleitender Mittelwert',
        'Exponentiell gleitendes Mittel',
        'Exponentiell gleitender Durchschnitt',
        'Exponentiell gewichteter Mittelwert',
        'Exponentielle Glättung',
      ],
      en: [
        'exponential moving average',
        'exponentially weighted average',
        'exponentially weighted moving average',
        'exponential smoothing',
      ],
    },
    abbreviations: ['EMA'],
    definition: {
      de: String.raw`Laufender Mittelwert einer Folge $x_1, x_2, \dots$, in dem ein Wert mit jedem weiteren Schritt um den Faktor $\beta$ ($0 < \beta < 1$) an Gewicht verliert. Er mittelt grob über die letzten $1 / (1 - \beta)$ Werte und muss sich nur eine einzige Zahl merken.`,
      en: String.raw`Running average of a sequence $x_1, x_2, \dots$ in which a value loses weight by the factor $\beta$ ($0 < \beta < 1$) with every further step. It averages roughly over the last $1 / (1 - \beta)$ values and needs to remember only a single number.`,
    },
    formula: String.raw`v_t = \beta\, v_{t-1} + (1 - \beta)\, x_t`,
    symbols: [
      {
        tex: 'v_t',
        meaning: { de: 'der Mittelwert nach $t$ Werten', en: 'the average after $t$ values' },
      },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §8.5.2 and §8.7.3',
    seeAlso: ['momentum', 'rmsprop', 'adam', 'mean', 'batch-normalization'],
    experiments: ['momentum'],
  },
];
