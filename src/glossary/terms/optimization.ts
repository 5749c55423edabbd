import type { GlossaryTerm } from '../glossaryTerm';

/** How training finds parameters with a small loss: gradients, methods, initialization, and what can go wrong. */
export const optimization: readonly GlossaryTerm[] = [
  {
    id: 'optimization',
    names: {
      de: ['Optimierung', 'Mathematische Optimierung', 'Optimierungsverfahren', 'Optimierer'],
      en: [
        'optimization',
        'optimisation',
        'optimization method',
        'optimisation method',
        'optimizer',
        'optimiser',
      ],
    },
    definition: {
      de: String.raw`Suche nach den Parametern $\theta$, für die eine Zielfunktion möglichst klein oder groß wird. Beim Training eines neuronalen Netzes ist das die Verlustfunktion $L$, die ein Optimierer wie SGD oder Adam mithilfe ihres Gradienten verkleinert.`,
      en: String.raw`Search for the parameters $\theta$ that make an objective as small or as large as possible. In training a neural network this is the loss function $L$, which an optimizer such as SGD or Adam reduces with the help of its gradient.`,
    },
    formula: String.raw`\theta^\ast = \arg\min_\theta L(\theta)`,
    symbols: [
      {
        tex: String.raw`\theta^\ast`,
        meaning: { de: 'der beste Parametervektor', en: 'the best parameter vector' },
      },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §4.3 and chapter 8',
    seeAlso: ['gradient-descent', 'loss-function', 'stochastic-gradient-descent', 'convergence'],
  },
  {
    id: 'gradient',
    names: { de: ['Gradient', 'Gradientenvektor'], en: ['gradient', 'gradient vector'] },
    definition: {
      de: 'Vektor aller partiellen Ableitungen einer Funktion $f$ mit einer Zahl als Ergebnis. Er zeigt in die Richtung, in der $f$ am schnellsten wächst, und seine Länge ist die Steigung in dieser Richtung.',
      en: 'Vector of all partial derivatives of a function $f$ whose result is a number. It points in the direction in which $f$ grows fastest, and its length is the slope in that direction.',
    },
    formula: String.raw`\nabla f(x) = \left( \frac{\partial f}{\partial x_1}, \dots, \frac{\partial f}{\partial x_n} \right)^{\!\top}`,
    symbols: [
      { tex: 'x_i', meaning: { de: 'die $i$-te Variable', en: 'the $i$-th variable' } },
      { tex: 'n', meaning: { de: 'die Zahl der Variablen', en: 'the number of variables' } },
    ],
    source:
      'Deisenroth, Faisal & Ong: Mathematics for Machine Learning (2020), §5.2; Goodfellow, Bengio & Courville: Deep Learning (2016), §4.3',
    seeAlso: [
      'partial-derivative',
      'gradient-descent',
      'jacobian-matrix',
      'backpropagation',
      'gradient-norm',
    ],
  },
  {
    id: 'gradient-descent',
    names: {
      de: [
        'Gradientenabstieg',
        'Gradientenabstiegsverfahren',
        'Gradientenverfahren',
        'Verfahren des steilsten Abstiegs',
        'Gradient Descent',
      ],
      en: ['gradient descent', 'steepest descent', 'batch gradient descent'],
    },
    abbreviations: ['GD'],
    misspellings: ['Gradientabstieg', 'Gradient Decent'],
    definition: {
      de: String.raw`Verfahren, das eine Funktion $L$ verkleinert, indem es die Parameter $\theta$ wiederholt ein Stück in Richtung des negativen Gradienten verschiebt. In jeden Schritt geht dabei die gesamte Trainingsmenge ein.`,
      en: String.raw`Method that reduces a function $L$ by repeatedly moving the parameters $\theta$ a little in the direction of the negative gradient. Every step takes the whole training set into account.`,
    },
    formula: String.raw`\theta_{t+1} = \theta_t - \eta\, \nabla L(\theta_t)`,
    symbols: [
      {
        tex: String.raw`\theta_t`,
        meaning: { de: 'der Parametervektor nach $t$ Schritten', en: 'the parameter vector after $t$ steps' },
      },
      { tex: String.raw`\eta`, meaning: { de: 'die Lernrate', en: 'the learning rate' } },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §4.3',
    seeAlso: ['gradient', 'learning-rate', 'stochastic-gradient-descent', 'loss-surface', 'momentum'],
  },
  {
    id: 'stochastic-gradient-descent',
    names: {
      de: [
        'Stochastischer Gradientenabstieg',
        'Stochastisches Gradientenverfahren',
        'Stochastic Gradient Descent',
      ],
      en: ['stochastic gradient descent', 'mini-batch gradient descent'],
    },
    abbreviations: ['SGD'],
    misspellings: ['Stochastic Gradient Decent', 'Stochastischer Gradientabstieg'],
    definition: {
      de: 'Gradientenabstieg, der den Gradienten in jedem Schritt nur auf einem zufälligen Mini-Batch $B$ statt auf der ganzen Trainingsmenge berechnet. Die Schätzung ist verrauscht, aber unverzerrt und so billig, dass in derselben Zeit viel mehr Schritte möglich sind.',
      en: 'Gradient descent that computes the gradient in each step only on a random mini-batch $B$ instead of the whole training set. The estimate is noisy but unbiased, and so cheap that many more steps are possible in the same time.',
    },
    formula: String.raw`\theta \leftarrow \theta - \eta\, \frac{1}{|B|} \sum_{i \in B} \nabla_\theta L_i(\theta)`,
    symbols: [
      { tex: String.raw`\theta`, meaning: { de: 'der Parametervektor', en: 'the parameter vector' } },
      { tex: String.raw`\eta`, meaning: { de: 'die Lernrate', en: 'the learning rate' } },
      {
        tex: 'L_i',
        meaning: { de: 'der Verlust des $i$-ten Beispiels', en: 'the loss of the $i$-th example' },
      },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §5.9 and §8.3.1',
    seeAlso: ['mini-batch', 'gradient-descent', 'learning-rate-schedule', 'momentum', 'adam'],
  },
  {
    id: 'mini-batch',
    names: { de: ['Mini-Batch', 'Batch'], en: ['mini-batch', 'batch'] },
    definition: {
      de: 'Kleine, zufällig gezogene Teilmenge der Trainingsmenge, auf der ein Schritt des Trainings den Gradienten schätzt. Größere Batches geben genauere Schätzungen und lasten Grafikkarten besser aus, kosten aber mehr Speicher und Rechenzeit je Schritt.',
      en: 'Small, randomly drawn subset of the training set on which one step of training estimates the gradient. Larger batches give more accurate estimates and make better use of graphics cards but cost more memory and computing time per step.',
    },
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §8.1.3',
    seeAlso: ['stochastic-gradient-descent', 'epoch', 'batch-normalization', 'training-set'],
  },
  {
    id: 'epoch',
    names: { de: ['Epoche', 'Trainingsepoche'], en: ['epoch', 'training epoch'] },
    definition: {
      de: String.raw`Abschnitt des Trainings, in dem jedes der $n$ Trainingsbeispiele einmal verwendet wird. Bei Mini-Batches der Größe $m$ besteht eine Epoche aus $\lceil n / m \rceil$ Schritten.`,
      en: String.raw`Section of training in which each of the $n$ training examples is used once. With mini-batches of size $m$, an epoch consists of $\lceil n / m \rceil$ steps.`,
    },
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §8.1.3',
    seeAlso: ['mini-batch', 'stochastic-gradient-descent', 'early-stopping', 'training-set'],
  },
  {
    id: 'learning-rate',
    names: { de: ['Lernrate', 'Lernschrittweite', 'Schrittweite'], en: ['learning rate', 'step size'] },
    definition: {
      de: String.raw`Faktor $\eta > 0$, mit dem der Gradient $g$ des Verlusts multipliziert wird, um den nächsten Schritt der Parameter $\theta$ zu erhalten. Ist er zu groß, schwankt oder divergiert das Training; ist er zu klein, dauert es unnötig lange.`,
      en: String.raw`Factor $\eta > 0$ by which the gradient $g$ of the loss is multiplied to obtain the next step of the parameters $\theta$. If it is too large, training oscillates or diverges; if it is too small, training takes needlessly long.`,
    },
    formula: String.raw`\theta \leftarrow \theta - \eta\, g`,
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §4.3 and §8.3.1',
    seeAlso: ['gradient-descent', 'learning-rate-schedule', 'warmup', 'hyperparameter', 'convergence'],
  },
  {
    id: 'learning-rate-schedule',
    names: {
      de: ['Lernratenplan', 'Learning-Rate-Schedule', 'Lernraten-Scheduler', 'Learning Rate Decay'],
      en: ['learning rate schedule', 'learning rate decay', 'learning rate annealing'],
    },
    definition: {
      de: 'Vorschrift, nach der sich die Lernrate im Lauf des Trainings ändert, meist fallend: stufenweise, exponentiell oder nach einer Kosinuskurve. Große Schritte zu Beginn bringen das Training schnell voran, kleine am Ende dämpfen das Rauschen des stochastischen Gradienten.',
      en: 'Rule by which the learning rate changes in the course of training, usually downward: in steps, exponentially, or along a cosine curve. Large steps at the start make fast progress, small ones at the end dampen the noise of the stochastic gradient.',
    },
    formula: String.raw`\eta_t = \frac{\eta_0}{2} \left(1 + \cos \frac{\pi t}{T}\right)`,
    symbols: [
      {
        tex: String.raw`\eta_t`,
        meaning: { de: 'die Lernrate nach einer Kosinuskurve', en: 'the learning rate along a cosine curve' },
      },
      {
        tex: String.raw`\eta_0`,
        meaning: { de: 'die Lernrate zu Beginn', en: 'the initial learning rate' },
      },
      { tex: 't', meaning: { de: 'der laufende Schritt', en: 'the current step' } },
      { tex: 'T', meaning: { de: 'die Zahl aller Schritte', en: 'the total number of steps' } },
    ],
    source:
      'Goodfellow, Bengio & Courville: Deep Learning (2016), §8.3.1; Loshchilov & Hutter (2017): SGDR: Stochastic Gradient Descent with Warm Restarts, ICLR',
    seeAlso: ['learning-rate', 'warmup', 'stochastic-gradient-descent', 'convergence'],
  },
  {
    id: 'warmup',
    names: {
      de: ['Warmup', 'Lernraten-Warmup', 'Aufwärmphase'],
      en: ['warmup', 'learning rate warmup'],
    },
    definition: {
      de: String.raw`Beginn des Trainings, in dem die Lernrate von einem sehr kleinen Wert auf ihren vorgesehenen Wert $\eta$ steigt, oft linear über $T_w$ Schritte. So richten die ersten, noch wenig verlässlichen Gradienten keinen Schaden an, was vor allem bei großen Batches und Transformern hilft.`,
      en: String.raw`Start of training in which the learning rate rises from a very small value to its intended value $\eta$, often linearly over $T_w$ steps. The first, not yet reliable gradients thus do no damage, which helps especially with large batches and transformers.`,
    },
    formula: String.raw`\eta_t = \eta \cdot \min\left(1, \frac{t}{T_w}\right)`,
    symbols: [
      {
        tex: String.raw`\eta_t`,
        meaning: { de: 'die Lernrate in Schritt $t$', en: 'the learning rate in step $t$' },
      },
    ],
    source:
      'Goyal et al. (2017): Accurate, Large Minibatch SGD: Training ImageNet in 1 Hour, arXiv:1706.02677',
    seeAlso: ['learning-rate-schedule', 'learning-rate', 'adam', 'transformer'],
  },
  {
    id: 'momentum',
    names: {
      de: ['Momentum', 'Momentum-Verfahren', 'Momentum-Methode', 'Impulsterm'],
      en: ['momentum', 'momentum method', 'heavy ball method'],
    },
    definition: {
      de: 'Erweiterung des Gradientenabstiegs um eine Geschwindigkeit $v$, in der frühere Gradienten exponentiell abklingend nachwirken. Gleichgerichtete Schritte verstärken sich, ein Hin und Her quer zum Tal hebt sich auf.',
      en: 'Extension of gradient descent by a velocity $v$ in which earlier gradients linger with exponentially decaying weight. Steps in the same direction reinforce each other; moving to and fro across the valley cancels out.',
    },
    formula: String.raw`v \leftarrow \beta v - \eta\, \nabla L(\theta), \qquad \theta \leftarrow \theta + v`,
    symbols: [
      {
        tex: String.raw`\beta`,
        meaning: { de: 'der Momentum-Faktor (oft $0{,}9$)', en: 'the momentum coefficient (often $0.9$)' },
      },
      { tex: String.raw`\eta`, meaning: { de: 'die Lernrate', en: 'the learning rate' } },
      { tex: 'L', meaning: { de: 'die Verlustfunktion', en: 'the loss function' } },
      { tex: String.raw`\theta`, meaning: { de: 'der Parametervektor', en: 'the parameter vector' } },
    ],
    source:
      'Polyak (1964): Some Methods of Speeding up the Convergence of Iteration Methods; Goodfellow, Bengio & Courville: Deep Learning (2016), §8.3.2',
    seeAlso: ['nesterov-momentum', 'stochastic-gradient-descent', 'exponential-moving-average', 'adam'],
    experiments: ['momentum'],
  },
  {
    id: 'nesterov-momentum',
    names: {
      de: ['Nesterov-Momentum', 'Nesterov-Beschleunigung', 'Nesterov-Verfahren'],
      en: ['Nesterov momentum', 'Nesterov acceleration', 'Nesterov accelerated gradient'],
    },
    abbreviations: ['NAG'],
    misspellings: ['Nestrov-Momentum'],
    definition: {
      de: String.raw`Variante des Momentums, die den Gradienten nicht am aktuellen Punkt $\theta$ berechnet, sondern dort, wohin die Geschwindigkeit $v$ ohnehin führt. So bremst das Verfahren schon, bevor es über das Ziel hinausschießt.`,
      en: String.raw`Variant of momentum that computes the gradient not at the current point $\theta$ but where the velocity $v$ is leading anyway. The method thus slows down before it overshoots.`,
    },
    formula: String.raw`v \leftarrow \beta v - \eta\, \nabla L(\theta + \beta v), \qquad \theta \leftarrow \theta + v`,
    symbols: [
      {
        tex: String.raw`\beta`,
        meaning: { de: 'der Momentum-Faktor', en: 'the momentum coefficient' },
      },
      { tex: String.raw`\eta`, meaning: { de: 'die Lernrate', en: 'the learning rate' } },
      { tex: 'L', meaning: { de: 'die Verlustfunktion', en: 'the loss function' } },
    ],
    source:
      'Sutskever et al. (2013): On the Importance of Initialization and Momentum in Deep Learning, ICML; Goodfellow, Bengio & Courville: Deep Learning (2016), §8.3.3',
    seeAlso: ['momentum', 'gradient-descent', 'convergence'],
  },
  {
    id: 'adagrad',
    names: { de: ['Adagrad'], en: ['Adagrad', 'adaptive gradient algorithm'] },
    definition: {
      de: 'Gradientenverfahren mit einer eigenen Lernrate für jeden Parameter: Geteilt wird durch die Wurzel aus der Summe $r$ aller bisherigen quadrierten Gradienten $g$ dieses Parameters. Selten veränderte Parameter machen so größere Schritte; weil $r$ nur wachsen kann, werden alle Schritte mit der Zeit kleiner.',
      en: 'Gradient-based method with a learning rate of its own for each parameter: steps are divided by the square root of the sum $r$ of all squared gradients $g$ of this parameter so far. Parameters that rarely change thus take larger steps; because $r$ can only grow, all steps become smaller over time.',
    },
    formula: String.raw`r \leftarrow r + g \odot g, \qquad \theta \leftarrow \theta - \frac{\eta}{\sqrt{r} + \epsilon} \odot g`,
    symbols: [
      {
        tex: String.raw`\odot`,
        meaning: { de: 'das elementweise Produkt', en: 'the element-wise product' },
      },
      { tex: String.raw`\theta`, meaning: { de: 'der Parametervektor', en: 'the parameter vector' } },
      { tex: String.raw`\eta`, meaning: { de: 'die globale Lernrate', en: 'the global learning rate' } },
      {
        tex: String.raw`\epsilon`,
        meaning: {
          de: 'eine kleine Konstante gegen die Division durch null',
          en: 'a small constant against division by zero',
        },
      },
    ],
    source:
      'Duchi, Hazan & Singer (2011): Adaptive Subgradient Methods for Online Learning and Stochastic Optimization, JMLR 12; Goodfellow, Bengio & Courville: Deep Learning (2016), §8.5.1',
    seeAlso: ['rmsprop', 'adam', 'learning-rate', 'hadamard-product'],
  },
  {
    id: 'rmsprop',
    names: { de: ['RMSProp'], en: ['RMSProp', 'root mean square propagation'] },
    abbreviations: ['RMSprop'],
    definition: {
      de: 'Gradientenverfahren, das jeden Schritt durch die Wurzel aus einem exponentiell gleitenden Mittelwert $r$ der quadrierten Gradienten $g$ teilt, für jeden Parameter einzeln. Anders als bei Adagrad verblassen alte Gradienten, sodass die Schritte nicht immer kleiner werden.',
      en: 'Gradient-based method that divides each step by the square root of an exponential moving average $r$ of the squared gradients $g$, separately for each parameter. Unlike in Adagrad, old gradients fade, so the steps do not shrink forever.',
    },
    formula: String.raw`\begin{aligned} r &\leftarrow \rho\, r + (1 - \rho)\, g \odot g \\ \theta &\leftarrow \theta - \frac{\eta}{\sqrt{r + \epsilon}} \odot g \end{aligned}`,
    symbols: [
      {
        tex: String.raw`\rho`,
        meaning: { de: 'der Abklingfaktor (oft $0{,}9$)', en: 'the decay rate (often $0.9$)' },
      },
      {
        tex: String.raw`\odot`,
        meaning: { de: 'das elementweise Produkt', en: 'the element-wise product' },
      },
      { tex: String.raw`\theta`, meaning: { de: 'der Parametervektor', en: 'the parameter vector' } },
      { tex: String.raw`\eta`, meaning: { de: 'die Lernrate', en: 'the learning rate' } },
      {
        tex: String.raw`\epsilon`,
        meaning: {
          de: 'eine kleine Konstante gegen die Division durch null',
          en: 'a small constant against division by zero',
        },
      },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §8.5.2',
    seeAlso: ['adagrad', 'adam', 'exponential-moving-average', 'learning-rate'],
  },
  {
    id: 'adam',
    names: {
      de: ['Adam', 'Adam-Optimierer', 'Adam-Verfahren'],
      en: ['Adam', 'Adam optimizer', 'Adam optimiser', 'adaptive moment estimation'],
    },
    definition: {
      de: String.raw`Gradientenverfahren, das Momentum und eine Schrittweite je Parameter verbindet: Es führt gleitende Mittelwerte $m$ des Gradienten $g$ und $v$ seines Quadrats. Im Schritt $t$ durch $1 - \beta_1^t$ beziehungsweise $1 - \beta_2^t$ geteilt, werden daraus $\hat m$ und $\hat v$; das hebt die Verzerrung durch den Start bei null auf.`,
      en: String.raw`Gradient-based method that combines momentum with a step size for each parameter: it keeps moving averages $m$ of the gradient $g$ and $v$ of its square. Divided in step $t$ by $1 - \beta_1^t$ and $1 - \beta_2^t$ respectively, they become $\hat m$ and $\hat v$, which removes the bias from starting at zero.`,
    },
    formula: String.raw`\begin{aligned} m &\leftarrow \beta_1 m + (1 - \beta_1)\, g \\ v &\leftarrow \beta_2 v + (1 - \beta_2)\, g \odot g \\ \theta &\leftarrow \theta - \eta\, \hat m / \bigl(\sqrt{\hat v} + \epsilon\bigr) \end{aligned}`,
    symbols: [
      {
        tex: String.raw`\beta_1`,
        meaning: { de: 'der Abklingfaktor von $m$ (oft $0{,}9$)', en: 'the decay rate of $m$ (often $0.9$)' },
      },
      {
        tex: String.raw`\beta_2`,
        meaning: {
          de: 'der Abklingfaktor von $v$ (oft $0{,}999$)',
          en: 'the decay rate of $v$ (often $0.999$)',
        },
      },
      {
        tex: String.raw`\odot`,
        meaning: { de: 'das elementweise Produkt', en: 'the element-wise product' },
      },
      { tex: String.raw`\theta`, meaning: { de: 'der Parametervektor', en: 'the parameter vector' } },
      { tex: String.raw`\eta`, meaning: { de: 'die Lernrate', en: 'the learning rate' } },
      {
        tex: String.raw`\epsilon`,
        meaning: {
          de: 'eine kleine Konstante gegen die Division durch null',
          en: 'a small constant against division by zero',
        },
      },
    ],
    source:
      'Kingma & Ba (2015): Adam: A Method for Stochastic Optimization, ICLR; Goodfellow, Bengio & Courville: Deep Learning (2016), §8.5.3',
    seeAlso: ['momentum', 'rmsprop', 'adamw', 'exponential-moving-average', 'learning-rate'],
  },
  {
    id: 'adamw',
    names: {
      de: ['AdamW', 'Entkoppeltes Weight Decay'],
      en: ['AdamW', 'decoupled weight decay'],
    },
    definition: {
      de: String.raw`Variante von Adam, bei der das Weight Decay die Parameter $\theta$ unmittelbar verkleinert, statt als Strafterm in den Gradienten einzugehen. So schrumpfen alle Gewichte um denselben Anteil, gleich wie groß ihre Gradienten sind.`,
      en: String.raw`Variant of Adam in which weight decay shrinks the parameters $\theta$ directly instead of entering the gradient as a penalty. All weights thus shrink by the same proportion, no matter how large their gradients are.`,
    },
    formula: String.raw`\theta \leftarrow (1 - \eta\lambda)\, \theta - \eta\, \frac{\hat m}{\sqrt{\hat v} + \epsilon}`,
    symbols: [
      { tex: String.raw`\eta`, meaning: { de: 'die Lernrate', en: 'the learning rate' } },
      {
        tex: String.raw`\lambda`,
        meaning: { de: 'die Stärke des Weight Decay', en: 'the strength of the weight decay' },
      },
      {
        tex: String.raw`\hat m`,
        meaning: {
          de: 'der gleitende Mittelwert des Gradienten wie bei Adam',
          en: 'the moving average of the gradient as in Adam',
        },
      },
      {
        tex: String.raw`\hat v`,
        meaning: { de: 'der seines Quadrats', en: 'that of its square' },
      },
      {
        tex: String.raw`\epsilon`,
        meaning: {
          de: 'eine kleine Konstante gegen die Division durch null',
          en: 'a small constant against division by zero',
        },
      },
    ],
    source: 'Loshchilov & Hutter (2019): Decoupled Weight Decay Regularization, ICLR',
    seeAlso: ['adam', 'weight-decay', 'l2-regularization'],
  },
  {
    id: 'gradient-clipping',
    names: {
      de: ['Gradient Clipping', 'Gradientenbegrenzung'],
      en: ['gradient clipping'],
    },
    misspellings: ['Gradient Cliping'],
    definition: {
      de: 'Begrenzung des Gradienten vor jedem Schritt, damit ein einzelner sehr großer Gradient die Parameter nicht weit wegschleudert. Üblich sind Norm-Clipping, das die Richtung erhält, und Value-Clipping, das jede Komponente einzeln beschränkt.',
      en: 'Limiting the gradient before each step so that a single very large gradient does not fling the parameters far away. Common forms are norm clipping, which preserves the direction, and value clipping, which bounds each component separately.',
    },
    source:
      'Pascanu, Mikolov & Bengio (2013): On the Difficulty of Training Recurrent Neural Networks, ICML; Goodfellow, Bengio & Courville: Deep Learning (2016), §10.11.1',
    seeAlso: ['norm-clipping', 'value-clipping', 'exploding-gradients', 'gradient-norm'],
    experiments: ['gradient-clipping'],
  },
  {
    id: 'norm-clipping',
    names: {
      de: ['Norm-Clipping', 'Clipping nach der Norm'],
      en: ['norm clipping', 'gradient norm clipping', 'clipping by norm', 'clip by norm'],
    },
    definition: {
      de: 'Gradient Clipping, das den ganzen Gradienten $g$ auf die Länge $c$ kürzt, sobald seine Norm diesen Schwellwert übersteigt. Die Richtung des Schritts bleibt dabei erhalten.',
      en: 'Gradient clipping that scales the whole gradient $g$ down to length $c$ as soon as its norm exceeds this threshold. The direction of the step is preserved.',
    },
    formula: String.raw`g \leftarrow g \cdot \min\left(1, \frac{c}{\|g\|_2}\right)`,
    source:
      'Pascanu, Mikolov & Bengio (2013): On the Difficulty of Training Recurrent Neural Networks, ICML; Goodfellow, Bengio & Courville: Deep Learning (2016), §10.11.1',
    seeAlso: ['gradient-clipping', 'value-clipping', 'gradient-norm', 'max-norm-constraint'],
    experiments: ['gradient-clipping'],
  },
  {
    id: 'value-clipping',
    names: {
      de: ['Value-Clipping', 'Wert-Clipping', 'Elementweises Clipping'],
      en: ['value clipping', 'element-wise clipping', 'clipping by value', 'clip by value'],
    },
    definition: {
      de: 'Gradient Clipping, das jede Komponente $g_i$ des Gradienten für sich auf das Intervall $[-c, c]$ begrenzt. Dadurch kann sich die Richtung des Schritts ändern.',
      en: 'Gradient clipping that bounds each component $g_i$ of the gradient separately to the interval $[-c, c]$. This can change the direction of the step.',
    },
    formula: String.raw`g_i \leftarrow \max\bigl(-c, \min(c, g_i)\bigr)`,
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §10.11.1',
    seeAlso: ['gradient-clipping', 'norm-clipping', 'exploding-gradients'],
    experiments: ['gradient-clipping'],
  },
  {
    id: 'gradient-norm',
    names: {
      de: ['Gradientennorm', 'Norm des Gradienten', 'Länge des Gradienten'],
      en: ['gradient norm', 'norm of the gradient', 'length of the gradient'],
    },
    definition: {
      de: 'Länge des Gradienten der Verlustfunktion $L$, meist als euklidische Norm. Sie ist die Steigung der Verlustfläche in der steilsten Richtung; große Ausschläge deuten auf explodierende Gradienten hin, Werte nahe null auf ein Plateau oder einen kritischen Punkt.',
      en: 'Length of the gradient of the loss function $L$, usually as a Euclidean norm. It is the slope of the loss surface in the steepest direction; large spikes indicate exploding gradients, values near zero a plateau or a critical point.',
    },
    formula: String.raw`\|\nabla L(\theta)\|_2 = \sqrt{\sum_i \left(\frac{\partial L}{\partial \theta_i}\right)^2}`,
    symbols: [
      {
        tex: String.raw`\theta_i`,
        meaning: { de: 'der $i$-te Parameter', en: 'the $i$-th parameter' },
      },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §8.2.2 and §10.11.1',
    seeAlso: ['gradient', 'euclidean-norm', 'norm-clipping', 'exploding-gradients', 'vanishing-gradients'],
    experiments: ['gradient-clipping'],
  },
  {
    id: 'exploding-gradients',
    names: {
      de: ['Explodierender Gradient', 'Gradientenexplosion', 'Exploding Gradient'],
      en: ['exploding gradient', 'exploding gradient problem', 'gradient explosion'],
    },
    definition: {
      de: 'Der Gradient wächst auf dem Weg rückwärts durch viele Schichten oder Zeitschritte exponentiell, weil die Kettenregel viele Jacobi-Matrizen $J_k$ mit großen Singulärwerten multipliziert. Ein einziger Schritt kann dann das Training zunichtemachen; Abhilfe schafft Gradient Clipping.',
      en: 'The gradient grows exponentially on its way back through many layers or time steps because the chain rule multiplies many Jacobian matrices $J_k$ with large singular values. A single step can then ruin the training; gradient clipping is the remedy.',
    },
    formula: String.raw`\frac{\partial L}{\partial h_0} = J_1^\top J_2^\top \cdots J_n^\top \frac{\partial L}{\partial h_n}, \qquad J_k = \frac{\partial h_k}{\partial h_{k-1}}`,
    symbols: [
      { tex: 'L', meaning: { de: 'der Verlust', en: 'the loss' } },
      {
        tex: 'h_k',
        meaning: {
          de: 'die Ausgabe der $k$-ten Schicht',
          en: 'the output of the $k$-th layer',
        },
      },
      { tex: 'n', meaning: { de: 'die Zahl der Schichten', en: 'the number of layers' } },
    ],
    source:
      'Pascanu, Mikolov & Bengio (2013): On the Difficulty of Training Recurrent Neural Networks, ICML; Goodfellow, Bengio & Courville: Deep Learning (2016), §8.2.4',
    seeAlso: [
      'vanishing-gradients',
      'gradient-clipping',
      'chain-rule',
      'recurrent-neural-network',
      'singular-value',
    ],
    experiments: ['gradient-clipping', 'vanishing-gradients'],
  },
  {
    id: 'vanishing-gradients',
    names: {
      de: ['Verschwindender Gradient', 'Verschwindende Gradienten', 'Vanishing Gradient'],
      en: ['vanishing gradient', 'vanishing gradient problem'],
    },
    definition: {
      de: 'Der Gradient schrumpft auf dem Weg rückwärts durch viele Schichten oder Zeitschritte exponentiell, weil die Kettenregel viele kleine Ableitungen multipliziert, etwa die gesättigter Sigmoidfunktionen. Die vorderen Schichten lernen dann kaum noch; dagegen helfen ReLU, Skip-Verbindungen, LSTM-Zellen und eine passende Initialisierung.',
      en: 'The gradient shrinks exponentially on its way back through many layers or time steps because the chain rule multiplies many small derivatives, such as those of saturated sigmoid functions. The first layers then hardly learn; ReLU, skip connections, LSTM cells, and a suitable initialization help.',
    },
    source:
      'Hochreiter et al. (2001): Gradient Flow in Recurrent Nets: The Difficulty of Learning Long-Term Dependencies; Goodfellow, Bengio & Courville: Deep Learning (2016), §8.2.5 and §10.7',
    seeAlso: ['exploding-gradients', 'saturation', 'relu', 'skip-connection', 'lstm'],
    experiments: ['vanishing-gradients'],
  },
  {
    id: 'saddle-point',
    names: { de: ['Sattelpunkt'], en: ['saddle point'] },
    definition: {
      de: 'Punkt, an dem der Gradient einer Funktion $f$ null ist, die Funktion aber in manchen Richtungen steigt und in anderen fällt, wie bei $f(x, y) = x^2 - y^2$ im Ursprung. Die Hesse-Matrix hat dort typischerweise positive und negative Eigenwerte; in hohen Dimensionen sind Sattelpunkte viel häufiger als lokale Minima.',
      en: 'Point at which the gradient of a function $f$ is zero while the function rises in some directions and falls in others, as with $f(x, y) = x^2 - y^2$ at the origin. The Hessian matrix there typically has positive and negative eigenvalues; in high dimensions saddle points are far more frequent than local minima.',
    },
    source:
      'Dauphin et al. (2014): Identifying and Attacking the Saddle Point Problem in High-Dimensional Non-Convex Optimization, NIPS; Goodfellow, Bengio & Courville: Deep Learning (2016), §8.2.3',
    seeAlso: ['local-minimum', 'hessian-matrix', 'eigenvalue', 'loss-surface'],
  },
  {
    id: 'local-minimum',
    names: {
      de: ['Lokales Minimum', 'Lokales Optimum'],
      en: ['local minimum', 'local optimum'],
    },
    definition: {
      de: String.raw`Stelle $x^\ast$, in deren Umgebung eine Funktion $f$ keinen kleineren Wert annimmt. Weiter entfernt kann die Funktion durchaus kleiner sein.`,
      en: String.raw`Point $x^\ast$ in whose neighborhood a function $f$ takes no smaller value. Farther away the function may well be smaller.`,
    },
    formula: String.raw`f(x^\ast) \le f(x) \quad \forall\, x: \|x - x^\ast\| < \varepsilon`,
    symbols: [
      {
        tex: String.raw`\varepsilon`,
        meaning: {
          de: 'der Radius einer genügend kleinen Umgebung',
          en: 'the radius of a sufficiently small neighborhood',
        },
      },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §4.3 and §8.2.2',
    seeAlso: ['global-minimum', 'saddle-point', 'loss-surface', 'convex-function'],
  },
  {
    id: 'global-minimum',
    names: {
      de: ['Globales Minimum', 'Globales Optimum'],
      en: ['global minimum', 'global optimum'],
    },
    definition: {
      de: String.raw`Stelle $x^\ast$, an der eine Funktion $f$ ihren kleinsten Wert überhaupt annimmt. Beim Training tiefer Netze muss man das globale Minimum nicht erreichen: Ein genügend kleiner Verlust, der sich auf neue Daten überträgt, reicht aus.`,
      en: String.raw`Point $x^\ast$ at which a function $f$ takes its smallest value of all. In training deep networks the global minimum need not be reached: a sufficiently small loss that carries over to new data is enough.`,
    },
    formula: String.raw`f(x^\ast) \le f(x) \quad \forall x`,
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §4.3 and §8.2.2',
    seeAlso: ['local-minimum', 'convex-function', 'optimization', 'loss-surface'],
  },
  {
    id: 'convex-function',
    names: { de: ['Konvexe Funktion', 'Konvexität'], en: ['convex function', 'convexity'] },
    definition: {
      de: 'Funktion $f$, deren Graph zwischen zwei beliebigen Punkten nie über der Verbindungsstrecke liegt. Bei ihr ist jedes lokale Minimum ein globales; die Verlustfläche eines tiefen Netzes ist in der Regel nicht konvex.',
      en: 'Function $f$ whose graph never lies above the line segment between any two of its points. Every local minimum of such a function is global; the loss surface of a deep network is generally not convex.',
    },
    formula: String.raw`f\bigl(\lambda x + (1 - \lambda) y\bigr) \le \lambda f(x) + (1 - \lambda) f(y)`,
    symbols: [
      {
        tex: String.raw`\lambda`,
        meaning: {
          de: 'eine beliebige Zahl zwischen $0$ und $1$',
          en: 'any number between $0$ and $1$',
        },
      },
      { tex: 'x', meaning: { de: 'ein beliebiger Punkt', en: 'any point' } },
      { tex: 'y', meaning: { de: 'ein zweiter', en: 'a second one' } },
    ],
    source: 'Deisenroth, Faisal & Ong: Mathematics for Machine Learning (2020), §7.3',
    seeAlso: ['global-minimum', 'local-minimum', 'positive-definite-matrix', 'loss-surface'],
  },
  {
    id: 'loss-surface',
    names: {
      de: ['Verlustfläche', 'Verlustlandschaft', 'Fehlerfläche', 'Fehlergebirge', 'Loss Landscape'],
      en: ['loss surface', 'loss landscape', 'error surface'],
    },
    definition: {
      de: 'Die Verlustfunktion als Gebirge über dem Raum aller Parameter: Jeder Punkt ist eine Wahl der Parameter, seine Höhe der zugehörige Verlust. Das Training ist ein Abstieg in diesem Gebirge mit Tälern, Plateaus, Sattelpunkten und Klippen.',
      en: 'The loss function seen as a landscape over the space of all parameters: each point is a choice of parameters, its height the corresponding loss. Training is a descent in this landscape of valleys, plateaus, saddle points, and cliffs.',
    },
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §8.2',
    seeAlso: ['loss-function', 'local-minimum', 'saddle-point', 'gradient-descent'],
    experiments: ['gradient-clipping'],
  },
  {
    id: 'condition-number',
    names: { de: ['Konditionszahl', 'Kondition'], en: ['condition number'] },
    definition: {
      de: 'Verhältnis des größten zum kleinsten Singulärwert einer Matrix $A$; es beschränkt, um welchen Faktor der relative Fehler der Lösung von $Ax = b$ den von $b$ übertreffen kann. Hat die Hesse-Matrix des Verlusts eine große Konditionszahl, so liegt ein langgestrecktes Tal vor, in dem der Gradientenabstieg nur langsam vorankommt.',
      en: 'Ratio of the largest to the smallest singular value of a matrix $A$; it bounds the factor by which the relative error of the solution of $Ax = b$ can exceed that of $b$. If the Hessian matrix of the loss has a large condition number, there is an elongated valley in which gradient descent makes only slow progress.',
    },
    formula: String.raw`\kappa(A) = \frac{\sigma_{\max}(A)}{\sigma_{\min}(A)}`,
    symbols: [
      {
        tex: String.raw`\sigma_{\max}`,
        meaning: { de: 'der größte Singulärwert', en: 'the largest singular value' },
      },
      {
        tex: String.raw`\sigma_{\min}`,
        meaning: { de: 'der kleinste', en: 'the smallest' },
      },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §4.2 and §8.2.1',
    seeAlso: ['singular-value', 'hessian-matrix', 'gradient-descent', 'standardization'],
    experiments: ['input-scaling'],
  },
  {
    id: 'newtons-method',
    names: {
      de: ['Newton-Verfahren', 'Newton-Methode', 'Newton-Raphson-Verfahren'],
      en: ["Newton's method", 'Newton method', 'Newton-Raphson method'],
    },
    definition: {
      de: String.raw`Optimierungsverfahren, das die Funktion $L$ um den aktuellen Punkt $\theta$ durch ihre quadratische Taylor-Entwicklung ersetzt und zu deren kritischem Punkt springt. Nahe einem Minimum konvergiert es sehr schnell; für große Netze ist die Hesse-Matrix zu teuer.`,
      en: String.raw`Optimization method that replaces the function $L$ near the current point $\theta$ by its quadratic Taylor expansion and jumps to the critical point of that. Near a minimum it converges very fast; for large networks the Hessian matrix is too expensive.`,
    },
    formula: String.raw`\theta \leftarrow \theta - H^{-1} \nabla L(\theta)`,
    symbols: [
      {
        tex: 'H',
        meaning: {
          de: String.raw`die Hesse-Matrix von $L$ an der Stelle $\theta$`,
          en: String.raw`the Hessian matrix of $L$ at $\theta$`,
        },
      },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §4.3.1 and §8.6.1',
    seeAlso: ['hessian-matrix', 'taylor-expansion', 'gradient-descent', 'inverse-matrix'],
  },
  {
    id: 'hessian-matrix',
    names: {
      de: ['Hesse-Matrix', 'Hessesche Matrix'],
      en: ['Hessian matrix', 'Hessian'],
    },
    misspellings: ['Hessische Matrix'],
    definition: {
      de: 'Matrix aller zweiten partiellen Ableitungen einer Funktion $f$ mit einer Zahl als Ergebnis; sie beschreibt deren Krümmung. Sind die zweiten Ableitungen stetig, so ist sie symmetrisch; an einem kritischen Punkt entscheiden ihre Eigenwerte oft, ob ein Minimum, ein Maximum oder ein Sattelpunkt vorliegt.',
      en: 'Matrix of all second partial derivatives of a function $f$ whose result is a number; it describes the curvature of $f$. If the second derivatives are continuous, it is symmetric; at a critical point its eigenvalues often decide between minimum, maximum, and saddle point.',
    },
    formula: String.raw`H_{ij} = \frac{\partial^2 f}{\partial x_i\, \partial x_j}`,
    symbols: [
      {
        tex: 'H_{ij}',
        meaning: {
          de: 'der Eintrag in Zeile $i$ und Spalte $j$',
          en: 'the entry in row $i$ and column $j$',
        },
      },
      { tex: 'x_i', meaning: { de: 'die $i$-te Variable', en: 'the $i$-th variable' } },
    ],
    source:
      'Goodfellow, Bengio & Courville: Deep Learning (2016), §4.3.1; Deisenroth, Faisal & Ong: Mathematics for Machine Learning (2020), §5.7',
    seeAlso: ['jacobian-matrix', 'newtons-method', 'eigenvalue', 'saddle-point', 'condition-number'],
  },
  {
    id: 'jacobian-matrix',
    names: {
      de: ['Jacobi-Matrix', 'Funktionalmatrix'],
      en: ['Jacobian matrix', 'Jacobian'],
    },
    misspellings: ['Jakobi-Matrix', 'Jacobean'],
    definition: {
      de: String.raw`Matrix aller ersten partiellen Ableitungen einer Funktion $f: \mathbb{R}^n \to \mathbb{R}^m$ mit einer Zeile je Ausgabe und einer Spalte je Eingabe. Sie ist die beste lineare Näherung von $f$ an einer Stelle; Backpropagation multipliziert solche Matrizen.`,
      en: String.raw`Matrix of all first partial derivatives of a function $f: \mathbb{R}^n \to \mathbb{R}^m$ with one row per output and one column per input. It is the best linear approximation of $f$ at a point; backpropagation multiplies such matrices.`,
    },
    formula: String.raw`J_{ij} = \frac{\partial f_i}{\partial x_j}`,
    symbols: [
      {
        tex: 'J_{ij}',
        meaning: {
          de: 'der Eintrag in Zeile $i$ und Spalte $j$',
          en: 'the entry in row $i$ and column $j$',
        },
      },
      { tex: 'f_i', meaning: { de: 'die $i$-te Ausgabe', en: 'the $i$-th output' } },
      { tex: 'x_j', meaning: { de: 'die $j$-te Eingabe', en: 'the $j$-th input' } },
    ],
    source:
      'Goodfellow, Bengio & Courville: Deep Learning (2016), §4.3.1; Deisenroth, Faisal & Ong: Mathematics for Machine Learning (2020), §5.3',
    seeAlso: ['gradient', 'hessian-matrix', 'chain-rule', 'partial-derivative', 'linear-map'],
    experiments: ['vanishing-gradients'],
  },
  {
    id: 'chain-rule',
    names: { de: ['Kettenregel'], en: ['chain rule', 'chain rule of calculus'] },
    definition: {
      de: 'Regel für die Ableitung verketteter Funktionen: Hängt $z$ von $y$ ab und $y$ von $x$, so multiplizieren sich die Ableitungen, und über mehrere Zwischengrößen $y_j$ wird summiert. Auf ihr beruht Backpropagation.',
      en: 'Rule for the derivative of composed functions: if $z$ depends on $y$ and $y$ on $x$, the derivatives multiply, and several intermediate quantities $y_j$ are summed over. Backpropagation is based on it.',
    },
    formula: String.raw`\frac{\partial z}{\partial x_i} = \sum_j \frac{\partial z}{\partial y_j}\, \frac{\partial y_j}{\partial x_i}`,
    symbols: [{ tex: 'x_i', meaning: { de: 'die $i$-te Eingabe', en: 'the $i$-th input' } }],
    source:
      'Goodfellow, Bengio & Courville: Deep Learning (2016), §6.5.2; Deisenroth, Faisal & Ong: Mathematics for Machine Learning (2020), §5.2.2',
    seeAlso: ['backpropagation', 'derivative', 'jacobian-matrix', 'computational-graph'],
  },
  {
    id: 'partial-derivative',
    names: { de: ['Partielle Ableitung'], en: ['partial derivative'] },
    definition: {
      de: 'Ableitung einer Funktion $f$ mehrerer Variablen nach einer einzigen, $x_i$, während alle anderen festgehalten werden. Sie gibt an, wie stark sich $f$ ändert, wenn nur $x_i$ ein wenig wächst.',
      en: 'Derivative of a function $f$ of several variables with respect to a single one, $x_i$, while all others are held fixed. It tells how much $f$ changes when only $x_i$ grows a little.',
    },
    formula: String.raw`\frac{\partial f}{\partial x_i}(x) = \lim_{h \to 0} \frac{f(x + h\, e_i) - f(x)}{h}`,
    symbols: [
      { tex: 'h', meaning: { de: 'der Zuwachs von $x_i$', en: 'the increment of $x_i$' } },
      {
        tex: 'e_i',
        meaning: {
          de: 'der Einheitsvektor in Richtung der $i$-ten Variablen',
          en: 'the unit vector in the direction of the $i$-th variable',
        },
      },
    ],
    source: 'Deisenroth, Faisal & Ong: Mathematics for Machine Learning (2020), §5.2',
    seeAlso: ['derivative', 'gradient', 'jacobian-matrix', 'chain-rule'],
  },
  {
    id: 'taylor-expansion',
    names: {
      de: ['Taylor-Entwicklung', 'Taylor-Reihe', 'Taylor-Polynom', 'Taylor-Approximation', 'Taylor-Formel'],
      en: ['Taylor expansion', 'Taylor series', 'Taylor polynomial', 'Taylor approximation'],
    },
    misspellings: ['Tailor-Entwicklung'],
    definition: {
      de: 'Näherung einer glatten Funktion $f$ in der Umgebung eines Punktes $x_0$ durch ein Polynom, das dort dieselben Ableitungen hat. Bis zur ersten Ordnung führt sie auf den Gradientenabstieg, bis zur zweiten auf das Newton-Verfahren.',
      en: "Approximation of a smooth function $f$ in the neighborhood of a point $x_0$ by a polynomial that has the same derivatives there. To first order it leads to gradient descent, to second order to Newton's method.",
    },
    formula: String.raw`f(x_0 + h) \approx f(x_0) + h^\top \nabla f(x_0) + \tfrac{1}{2}\, h^\top H h`,
    symbols: [
      { tex: 'h', meaning: { de: 'der Schritt weg von $x_0$', en: 'the step away from $x_0$' } },
      {
        tex: 'H',
        meaning: {
          de: 'die Hesse-Matrix von $f$ an der Stelle $x_0$',
          en: 'the Hessian matrix of $f$ at $x_0$',
        },
      },
    ],
    source:
      'Deisenroth, Faisal & Ong: Mathematics for Machine Learning (2020), §5.8; Goodfellow, Bengio & Courville: Deep Learning (2016), §4.3.1',
    seeAlso: ['derivative', 'gradient', 'hessian-matrix', 'newtons-method'],
  },
  {
    id: 'convergence',
    names: { de: ['Konvergenz'], en: ['convergence'] },
    definition: {
      de: String.raw`Annäherung einer Folge an einen Grenzwert; beim Training die der Parameter $\theta_t$ an einen Punkt $\theta^\ast$, an dem sich der Verlust nicht mehr nennenswert ändert. Dass ein Training konvergiert, heißt nicht, dass es das globale Minimum gefunden hat.`,
      en: String.raw`Approach of a sequence to a limit; in training, that of the parameters $\theta_t$ to a point $\theta^\ast$ at which the loss no longer changes appreciably. That training converges does not mean that it has found the global minimum.`,
    },
    formula: String.raw`\lim_{t \to \infty} \|\theta_t - \theta^\ast\| = 0`,
    symbols: [{ tex: 't', meaning: { de: 'die Zahl der Schritte', en: 'the number of steps' } }],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §8.3.1',
    seeAlso: ['learning-rate', 'learning-rate-schedule', 'local-minimum', 'gradient-descent'],
  },
  {
    id: 'backpropagation',
    names: {
      de: [
        'Backpropagation',
        'Rückpropagierung',
        'Fehlerrückführung',
        'Backprop',
        'Rückwärtsdurchlauf',
        'Backward Pass',
      ],
      en: ['backpropagation', 'backprop', 'backward pass'],
    },
    misspellings: ['Backpropagination', 'Backprobagation'],
    definition: {
      de: 'Verfahren, das den Gradienten des Verlusts $L$ nach allen Parametern berechnet, indem es die Kettenregel von der letzten Schicht rückwärts anwendet und Zwischenergebnisse wiederverwendet. Das kostet nur ein kleines Vielfaches des Vorwärtsdurchlaufs; den Schritt selbst macht erst das Optimierungsverfahren.',
      en: 'Method that computes the gradient of the loss $L$ with respect to all parameters by applying the chain rule backward from the last layer and reusing intermediate results. This costs only a small multiple of the forward pass; the step itself is left to the optimization method.',
    },
    formula: String.raw`\delta_l = \bigl(W_{l+1}^\top\, \delta_{l+1}\bigr) \odot \varphi'(z_l), \qquad \frac{\partial L}{\partial W_l} = \delta_l\, h_{l-1}^\top`,
    symbols: [
      {
        tex: String.raw`\delta_l`,
        meaning: {
          de: 'die Ableitung von $L$ nach $z_l$',
          en: 'the derivative of $L$ with respect to $z_l$',
        },
      },
      {
        tex: 'W_l',
        meaning: { de: 'die Gewichtsmatrix der Schicht $l$', en: 'the weight matrix of layer $l$' },
      },
      {
        tex: String.raw`\odot`,
        meaning: { de: 'das elementweise Produkt', en: 'the element-wise product' },
      },
      {
        tex: String.raw`\varphi`,
        meaning: { de: 'die Aktivierungsfunktion', en: 'the activation function' },
      },
      {
        tex: 'z_l',
        meaning: {
          de: 'die Eingabe der Aktivierungsfunktion in Schicht $l$',
          en: 'the input of the activation function in layer $l$',
        },
      },
      {
        tex: 'h_{l-1}',
        meaning: { de: 'die Ausgabe der Schicht davor', en: 'the output of the layer before' },
      },
    ],
    source:
      'Rumelhart, Hinton & Williams (1986): Learning Representations by Back-Propagating Errors, Nature 323; Goodfellow, Bengio & Courville: Deep Learning (2016), §6.5',
    seeAlso: ['chain-rule', 'forward-pass', 'computational-graph', 'automatic-differentiation', 'gradient'],
  },
  {
    id: 'forward-pass',
    names: {
      de: ['Vorwärtsdurchlauf', 'Forward Pass', 'Vorwärtspropagierung', 'Vorwärtspropagation'],
      en: ['forward pass', 'forward propagation'],
    },
    definition: {
      de: 'Berechnung der Ausgabe eines Netzes aus einer Eingabe $h_0 = x$, Schicht für Schicht von vorn nach hinten. Im Training werden die Zwischenergebnisse aufbewahrt, weil Backpropagation sie braucht.',
      en: 'Computation of the output of a network from an input $h_0 = x$, layer by layer from front to back. In training, the intermediate results are kept because backpropagation needs them.',
    },
    formula: String.raw`h_l = \varphi\bigl(W_l\, h_{l-1} + b_l\bigr)`,
    symbols: [
      {
        tex: 'h_l',
        meaning: { de: 'die Ausgabe der Schicht $l$', en: 'the output of layer $l$' },
      },
      {
        tex: String.raw`\varphi`,
        meaning: { de: 'die Aktivierungsfunktion', en: 'the activation function' },
      },
      { tex: 'W_l', meaning: { de: 'die Gewichtsmatrix', en: 'the weight matrix' } },
      { tex: 'b_l', meaning: { de: 'der Bias-Vektor', en: 'the bias vector' } },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §6.5',
    seeAlso: ['backpropagation', 'layer', 'activation-function', 'inference'],
  },
  {
    id: 'automatic-differentiation',
    names: {
      de: [
        'Automatisches Differenzieren',
        'Automatische Differentiation',
        'Algorithmisches Differenzieren',
        'Autodiff',
        'Autograd',
      ],
      en: ['automatic differentiation', 'algorithmic differentiation', 'autodiff', 'autograd'],
    },
    definition: {
      de: 'Berechnung der Ableitungen eines Programms, indem die Kettenregel auf jede seiner elementaren Operationen angewandt wird. Das Ergebnis ist bis auf Rundungsfehler exakt, anders als bei Differenzenquotienten; Backpropagation ist der Rückwärtsmodus dieses Verfahrens.',
      en: 'Computation of the derivatives of a program by applying the chain rule to each of its elementary operations. The result is exact up to rounding errors, unlike with difference quotients; backpropagation is the reverse mode of this method.',
    },
    source:
      'Baydin et al. (2018): Automatic Differentiation in Machine Learning: A Survey, JMLR 18; Goodfellow, Bengio & Courville: Deep Learning (2016), §6.5.9',
    seeAlso: ['backpropagation', 'computational-graph', 'chain-rule', 'gradient-check'],
  },
  {
    id: 'computational-graph',
    names: {
      de: ['Berechnungsgraph', 'Rechengraph', 'Computational Graph'],
      en: ['computational graph', 'computation graph'],
    },
    definition: {
      de: 'Gerichteter Graph ohne Kreise, dessen Knoten Größen oder Rechenoperationen und dessen Kanten deren Abhängigkeiten sind. Vorwärts durchlaufen liefert er den Wert einer Funktion, rückwärts durchlaufen ihre Ableitungen.',
      en: 'Directed graph without cycles whose nodes are quantities or operations and whose edges are the dependencies between them. Traversed forward it yields the value of a function, traversed backward its derivatives.',
    },
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §6.5.1',
    seeAlso: ['automatic-differentiation', 'backpropagation', 'forward-pass', 'chain-rule'],
  },
  {
    id: 'gradient-check',
    names: {
      de: ['Gradientenprüfung', 'Gradient Check', 'Gradientencheck'],
      en: ['gradient check', 'gradient checking', 'numerical gradient check'],
    },
    definition: {
      de: 'Vergleich der von Backpropagation berechneten Ableitungen mit zentralen Differenzenquotienten des Verlusts $L$, um Fehler in einer Implementierung zu finden. Weichen beide um mehr als Rundungs- und Näherungsfehler voneinander ab, ist eine der Berechnungen falsch.',
      en: 'Comparison of the derivatives computed by backpropagation with central difference quotients of the loss $L$, in order to find errors in an implementation. If the two differ by more than rounding and approximation errors, one of the computations is wrong.',
    },
    formula: String.raw`\frac{\partial L}{\partial \theta_i} \approx \frac{L(\theta + \varepsilon e_i) - L(\theta - \varepsilon e_i)}{2\varepsilon}`,
    symbols: [
      {
        tex: String.raw`\theta_i`,
        meaning: { de: 'der $i$-te Parameter', en: 'the $i$-th parameter' },
      },
      {
        tex: String.raw`\varepsilon`,
        meaning: {
          de: 'eine kleine Schrittweite (etwa $10^{-5}$)',
          en: 'a small step (such as $10^{-5}$)',
        },
      },
      { tex: 'e_i', meaning: { de: 'der $i$-te Einheitsvektor', en: 'the $i$-th unit vector' } },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §11.5',
    seeAlso: ['backpropagation', 'automatic-differentiation', 'partial-derivative', 'gradient'],
  },
  {
    id: 'initialization',
    names: {
      de: ['Initialisierung', 'Gewichtsinitialisierung', 'Parameterinitialisierung'],
      en: [
        'initialization',
        'initialisation',
        'weight initialization',
        'weight initialisation',
        'parameter initialization',
        'parameter initialisation',
      ],
    },
    misspellings: ['Initalisierung', 'Initialiserung'],
    definition: {
      de: 'Wahl der Anfangswerte aller Parameter vor dem ersten Trainingsschritt. Gewichte werden meist zufällig um null gezogen, mit einer Streuung, bei der Aktivierungen und Gradienten von Schicht zu Schicht weder wachsen noch schrumpfen; Bias-Werte beginnen oft bei null.',
      en: 'Choice of the initial values of all parameters before the first training step. Weights are usually drawn at random around zero, with a spread at which activations and gradients neither grow nor shrink from layer to layer; biases often start at zero.',
    },
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §8.4',
    seeAlso: ['glorot-initialization', 'he-initialization', 'orthogonal-initialization', 'symmetry-breaking'],
    experiments: ['initial-scale'],
  },
  {
    id: 'glorot-initialization',
    names: {
      de: ['Glorot-Initialisierung', 'Xavier-Initialisierung'],
      en: [
        'Glorot initialization',
        'Glorot initialisation',
        'Xavier initialization',
        'Xavier initialisation',
      ],
    },
    definition: {
      de: String.raw`Zufällige Initialisierung der Gewichte $w$ einer Schicht mit $n_{\mathrm{in}}$ Eingängen und $n_{\mathrm{out}}$ Ausgängen, deren Varianz Aktivierungen und Gradienten über die Schichten etwa gleich groß hält. Sie passt zu Aktivierungsfunktionen wie Tangens hyperbolicus, die um null nahezu linear sind.`,
      en: String.raw`Random initialization of the weights $w$ of a layer with $n_{\mathrm{in}}$ inputs and $n_{\mathrm{out}}$ outputs whose variance keeps activations and gradients at about the same size across layers. It suits activation functions such as the hyperbolic tangent that are nearly linear around zero.`,
    },
    formula: String.raw`\operatorname{Var}(w) = \frac{2}{n_{\mathrm{in}} + n_{\mathrm{out}}}`,
    source:
      'Glorot & Bengio (2010): Understanding the Difficulty of Training Deep Feedforward Neural Networks, AISTATS; Goodfellow, Bengio & Courville: Deep Learning (2016), §8.4',
    seeAlso: ['he-initialization', 'initialization', 'variance', 'vanishing-gradients'],
    experiments: ['variance-propagation'],
  },
  {
    id: 'he-initialization',
    names: {
      de: ['He-Initialisierung', 'Kaiming-Initialisierung'],
      en: ['He initialization', 'He initialisation', 'Kaiming initialization', 'Kaiming initialisation'],
    },
    definition: {
      de: String.raw`Zufällige Initialisierung der Gewichte $w$ einer Schicht mit $n_{\mathrm{in}}$ Eingängen für Netze mit ReLU. Ihre Varianz gleicht aus, dass ReLU im Mittel die Hälfte der Eingaben auf null setzt.`,
      en: String.raw`Random initialization of the weights $w$ of a layer with $n_{\mathrm{in}}$ inputs for networks with ReLU. Its variance makes up for the fact that ReLU sets half of its inputs to zero on average.`,
    },
    formula: String.raw`w \sim \mathcal{N}\left(0, \frac{2}{n_{\mathrm{in}}}\right)`,
    symbols: [
      {
        tex: String.raw`\mathcal{N}`,
        meaning: {
          de: 'die Normalverteilung mit Mittelwert und Varianz in Klammern',
          en: 'the normal distribution with its mean and variance in parentheses',
        },
      },
    ],
    source:
      'He et al. (2015): Delving Deep into Rectifiers: Surpassing Human-Level Performance on ImageNet Classification, ICCV',
    seeAlso: ['glorot-initialization', 'relu', 'initialization', 'normal-distribution'],
    experiments: ['variance-propagation'],
  },
  {
    id: 'orthogonal-initialization',
    names: {
      de: ['Orthogonale Initialisierung'],
      en: ['orthogonal initialization', 'orthogonal initialisation'],
    },
    definition: {
      de: String.raw`Initialisierung einer Gewichtsmatrix $W$ mit einer zufälligen orthogonalen Matrix, oft mal einem Faktor $\gamma$. Für $\gamma = 1$ ändert sie die Länge von Vektoren nicht, sodass Signale und Gradienten auch durch viele Schichten oder Zeitschritte erhalten bleiben.`,
      en: String.raw`Initialization of a weight matrix $W$ with a random orthogonal matrix, often times a factor $\gamma$. For $\gamma = 1$ it does not change the length of vectors, so signals and gradients survive even many layers or time steps.`,
    },
    formula: String.raw`W^\top W = \gamma^2 I`,
    symbols: [{ tex: 'I', meaning: { de: 'die Einheitsmatrix', en: 'the identity matrix' } }],
    source:
      'Saxe, McClelland & Ganguli (2014): Exact Solutions to the Nonlinear Dynamics of Learning in Deep Linear Neural Networks, ICLR; Goodfellow, Bengio & Courville: Deep Learning (2016), §8.4',
    seeAlso: ['orthogonal-matrix', 'initialization', 'recurrent-neural-network', 'vanishing-gradients'],
  },
  {
    id: 'symmetry-breaking',
    names: {
      de: ['Symmetriebrechung', 'Symmetriebruch', 'Brechen der Symmetrie'],
      en: ['symmetry breaking'],
    },
    definition: {
      de: 'Zufällige Wahl verschiedener Anfangsgewichte, damit die Neuronen einer Schicht Verschiedenes lernen. Beginnen zwei Neuronen mit denselben Eingängen und Gewichten, so erhalten sie denselben Gradienten und bleiben für immer gleich.',
      en: 'Random choice of different initial weights so that the neurons of a layer learn different things. Two neurons that start with the same inputs and the same weights receive the same gradient and stay equal forever.',
    },
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §8.4',
    seeAlso: ['initialization', 'neuron', 'gradient', 'hidden-unit'],
    experiments: ['symmetry-breaking'],
  },
  {
    id: 'saturation',
    names: { de: ['Sättigung'], en: ['saturation'] },
    definition: {
      de: String.raw`Bereich einer Aktivierungsfunktion $\varphi$, in dem sich ihre Ausgabe kaum noch ändert und die Ableitung nahe null ist, etwa bei der Sigmoidfunktion für betragsmäßig große Eingaben. Durch ein gesättigtes Neuron gelangt fast kein Gradient, und es lernt kaum weiter.`,
      en: String.raw`Region of an activation function $\varphi$ in which its output hardly changes any more and its derivative is close to zero, as with the sigmoid function for inputs of large magnitude. Almost no gradient passes through a saturated neuron, and it hardly learns any further.`,
    },
    formula: String.raw`\varphi'(z) \approx 0`,
    symbols: [
      {
        tex: 'z',
        meaning: {
          de: 'die Eingabe der Aktivierungsfunktion',
          en: 'the input of the activation function',
        },
      },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §6.3.2',
    seeAlso: ['sigmoid', 'hyperbolic-tangent', 'vanishing-gradients', 'activation-function'],
    experiments: ['initial-scale'],
  },
  {
    id: 'standardization',
    names: {
      de: ['Standardisierung', 'z-Standardisierung', 'z-Score-Normalisierung'],
      en: ['standardization', 'standardisation', 'z-score normalization', 'z-score normalisation'],
    },
    definition: {
      de: String.raw`Umrechnung eines Merkmals $x$, sodass es Mittelwert null und Standardabweichung eins hat. Mittelwert $\mu$ und Standardabweichung $\sigma$ stammen aus der Trainingsmenge und gelten unverändert auch für Validierungs- und Testdaten.`,
      en: String.raw`Rescaling of a feature $x$ so that it has mean zero and standard deviation one. The mean $\mu$ and the standard deviation $\sigma$ come from the training set and are applied unchanged to validation and test data.`,
    },
    formula: String.raw`z = \frac{x - \mu}{\sigma}`,
    symbols: [{ tex: 'z', meaning: { de: 'das standardisierte Merkmal', en: 'the standardized feature' } }],
    source: 'Hastie, Tibshirani & Friedman: The Elements of Statistical Learning (2nd ed., 2009), §11.5.3',
    seeAlso: ['data-normalization', 'batch-normalization', 'mean', 'standard-deviation', 'feature'],
    experiments: ['input-scaling'],
  },
  {
    id: 'data-normalization',
    names: {
      de: ['Datennormalisierung', 'Normalisierung', 'Merkmalsskalierung', 'Min-Max-Normalisierung'],
      en: [
        'data normalization',
        'data normalisation',
        'normalization',
        'normalisation',
        'feature scaling',
        'min-max normalization',
        'min-max normalisation',
      ],
    },
    definition: {
      de: 'Umrechnung aller Merkmale auf vergleichbare Größenordnungen, etwa durch Standardisierung oder durch Abbildung auf das Intervall $[0, 1]$ (Min-Max-Normalisierung). Die Verlustfläche wird dadurch gleichmäßiger gekrümmt, und das Training kommt schneller voran.',
      en: 'Rescaling of all features to comparable magnitudes, for example by standardization or by mapping them to the interval $[0, 1]$ (min-max normalization). This makes the curvature of the loss surface more even, and training progresses faster.',
    },
    formula: String.raw`x' = \frac{x - x_{\min}}{x_{\max} - x_{\min}}`,
    symbols: [
      {
        tex: "x'",
        meaning: { de: 'das auf $[0, 1]$ abgebildete Merkmal', en: 'the feature mapped to $[0, 1]$' },
      },
      { tex: 'x', meaning: { de: 'das ursprüngliche', en: 'the original one' } },
      {
        tex: String.raw`x_{\min}`,
        meaning: {
          de: 'sein kleinster Wert in der Trainingsmenge',
          en: 'its smallest value in the training set',
        },
      },
      {
        tex: String.raw`x_{\max}`,
        meaning: { de: 'sein größter', en: 'its largest' },
      },
    ],
    source:
      'LeCun, Bottou, Orr & Müller (1998): Efficient BackProp, in: Neural Networks: Tricks of the Trade',
    seeAlso: ['standardization', 'feature', 'condition-number', 'batch-normalization'],
    experiments: ['input-scaling'],
  },
];
