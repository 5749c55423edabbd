import type { GlossaryTerm } from '../glossaryTerm';

/** How well a model does on data it has not seen, and how that is measured. */
export const generalization: readonly GlossaryTerm[] = [
  {
    id: 'generalization',
    names: {
      de: ['Generalisierung', 'Generalisierungsfähigkeit', 'Verallgemeinerungsfähigkeit'],
      en: ['generalization', 'generalisation', 'generalization ability', 'generalisation ability'],
    },
    definition: {
      de: 'Fähigkeit eines Modells, auch auf Daten gute Vorhersagen zu machen, die es im Training nicht gesehen hat. Sie ist das eigentliche Ziel des maschinellen Lernens; ein kleiner Trainingsfehler allein sagt darüber wenig.',
      en: 'Ability of a model to make good predictions also on data that it has not seen in training. It is the actual goal of machine learning; a small training error alone says little about it.',
    },
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §5.2',
    seeAlso: ['generalization-error', 'overfitting', 'regularization', 'test-set'],
  },
  {
    id: 'generalization-error',
    names: {
      de: ['Generalisierungsfehler', 'Erwartetes Risiko'],
      en: ['generalization error', 'generalisation error', 'out-of-sample error', 'expected risk'],
    },
    definition: {
      de: 'Erwarteter Verlust eines Modells $f$ auf neuen Daten aus derselben Verteilung, aus der auch die Trainingsdaten stammen. Berechnen lässt er sich nicht, weil die Verteilung unbekannt ist; geschätzt wird er durch den Testfehler.',
      en: 'Expected loss of a model $f$ on new data from the same distribution that the training data come from. It cannot be computed because the distribution is unknown; it is estimated by the test error.',
    },
    formula: String.raw`R(f) = \mathbb{E}_{(x, y) \sim p}\bigl[L(f(x), y)\bigr]`,
    symbols: [
      { tex: 'R(f)', meaning: { de: 'der Generalisierungsfehler', en: 'the generalization error' } },
      {
        tex: 'p',
        meaning: {
          de: 'die Verteilung der Eingaben $x$ und Zielwerte $y$',
          en: 'the distribution of the inputs $x$ and targets $y$',
        },
      },
      {
        tex: 'L',
        meaning: { de: 'der Verlust eines einzelnen Beispiels', en: 'the loss of a single example' },
      },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §5.2',
    seeAlso: ['test-error', 'training-error', 'generalization', 'expected-value'],
  },
  {
    id: 'training-error',
    names: {
      de: ['Trainingsfehler', 'Trainingsverlust', 'Empirisches Risiko'],
      en: ['training error', 'training loss', 'empirical risk'],
    },
    definition: {
      de: 'Mittlerer Verlust eines Modells $f$ auf den $n$ Beispielen, mit denen es trainiert wird. Ihn verkleinert die Optimierung; als Schätzung des Fehlers auf neuen Daten fällt er fast immer zu günstig aus.',
      en: 'Mean loss of a model $f$ on the $n$ examples that it is trained with. This is what optimization reduces; as an estimate of the error on new data it is almost always too favorable.',
    },
    formula: String.raw`\hat R(f) = \frac{1}{n} \sum_{i=1}^{n} L\bigl(f(x_i), y_i\bigr)`,
    symbols: [
      { tex: String.raw`\hat R(f)`, meaning: { de: 'der Trainingsfehler', en: 'the training error' } },
      {
        tex: 'L',
        meaning: { de: 'der Verlust eines einzelnen Beispiels', en: 'the loss of a single example' },
      },
      {
        tex: '(x_i, y_i)',
        meaning: {
          de: 'das $i$-te Trainingsbeispiel aus Eingabe und Zielwert',
          en: 'the $i$-th training example, an input and its target',
        },
      },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §5.2 and §8.1.1',
    seeAlso: ['training-set', 'generalization-error', 'loss-function', 'overfitting'],
  },
  {
    id: 'test-error',
    names: { de: ['Testfehler', 'Testverlust'], en: ['test error', 'test loss'] },
    definition: {
      de: 'Mittlerer Verlust eines fertig trainierten Modells auf der Testmenge. Er schätzt den Generalisierungsfehler unverzerrt, solange die Testmenge weder zum Training noch zur Auswahl von Hyperparametern gedient hat.',
      en: 'Mean loss of a fully trained model on the test set. It is an unbiased estimate of the generalization error as long as the test set has served neither for training nor for choosing hyperparameters.',
    },
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §5.2',
    seeAlso: ['test-set', 'generalization-error', 'training-error', 'estimator'],
  },
  {
    id: 'training-set',
    names: {
      de: ['Trainingsmenge', 'Trainingsdaten', 'Trainingsdatensatz', 'Trainingsset'],
      en: ['training set', 'training data', 'training dataset'],
    },
    definition: {
      de: 'Beispiele, mit denen die Parameter eines Modells gelernt werden. Sie müssen von den Beispielen der Validierungs- und der Testmenge getrennt bleiben.',
      en: 'Examples with which the parameters of a model are learned. They must be kept separate from the examples of the validation set and the test set.',
    },
    formula: String.raw`\mathcal{D} = \{(x_1, y_1), \dots, (x_n, y_n)\}`,
    symbols: [
      { tex: String.raw`\mathcal{D}`, meaning: { de: 'die Trainingsmenge', en: 'the training set' } },
      { tex: 'x_i', meaning: { de: 'die $i$-te Eingabe', en: 'the $i$-th input' } },
      { tex: 'y_i', meaning: { de: 'ihr Zielwert', en: 'its target' } },
      { tex: 'n', meaning: { de: 'die Zahl der Beispiele', en: 'the number of examples' } },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §5.2',
    seeAlso: ['validation-set', 'test-set', 'training-error', 'data-augmentation'],
  },
  {
    id: 'validation-set',
    names: {
      de: ['Validierungsmenge', 'Validierungsdaten', 'Validierungsdatensatz', 'Validierungsset'],
      en: ['validation set', 'validation data', 'validation dataset', 'development set', 'dev set'],
    },
    definition: {
      de: 'Beispiele, die nicht ins Training eingehen, sondern der Wahl von Hyperparametern, des Modells oder des Zeitpunkts zum Abbruch dienen. Weil nach ihnen ausgewählt wird, fällt der Fehler auf ihnen am Ende etwas zu günstig aus.',
      en: 'Examples that do not enter training but serve to choose hyperparameters, the model, or the time to stop. Because they are used for selection, the error on them ends up slightly too favorable.',
    },
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §5.3',
    seeAlso: ['training-set', 'test-set', 'hyperparameter', 'cross-validation', 'early-stopping'],
    experiments: ['early-stopping'],
  },
  {
    id: 'test-set',
    names: {
      de: ['Testmenge', 'Testdaten', 'Testdatensatz', 'Testset'],
      en: ['test set', 'test data', 'test dataset'],
    },
    definition: {
      de: 'Beispiele, die erst ganz am Ende verwendet werden, um den Generalisierungsfehler des fertigen Modells zu schätzen. Keine Entscheidung über das Modell darf von ihnen abhängen.',
      en: 'Examples that are used only at the very end, to estimate the generalization error of the finished model. No decision about the model may depend on them.',
    },
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §5.2 and §5.3',
    seeAlso: ['test-error', 'training-set', 'validation-set', 'generalization-error'],
  },
  {
    id: 'cross-validation',
    names: {
      de: ['Kreuzvalidierung', 'Kreuzvalidation', 'Cross-Validation'],
      en: ['cross-validation'],
    },
    definition: {
      de: 'Schätzung des Generalisierungsfehlers, bei der die Daten in $k$ gleich große Teile zerlegt werden: Jeder Teil dient einmal zur Prüfung eines Modells, das auf den übrigen $k - 1$ Teilen trainiert wurde. Der Mittelwert der $k$ Fehler nutzt alle Daten aus und lohnt sich, wenn es wenige sind.',
      en: 'Estimate of the generalization error for which the data are split into $k$ parts of equal size: each part serves once to assess a model that was trained on the other $k - 1$ parts. The mean of the $k$ errors makes use of all data, which pays off when there are few.',
    },
    formula: String.raw`\mathrm{CV} = \frac{1}{k} \sum_{j=1}^{k} \hat R_j\bigl(f_{-j}\bigr)`,
    symbols: [
      {
        tex: String.raw`\mathrm{CV}`,
        meaning: { de: 'der geschätzte Generalisierungsfehler', en: 'the estimated generalization error' },
      },
      {
        tex: 'f_{-j}',
        meaning: {
          de: 'das ohne den $j$-ten Teil trainierte Modell',
          en: 'the model trained without the $j$-th part',
        },
      },
      {
        tex: String.raw`\hat R_j`,
        meaning: { de: 'der mittlere Verlust auf dem $j$-ten Teil', en: 'the mean loss on the $j$-th part' },
      },
    ],
    source:
      'Hastie, Tibshirani & Friedman: The Elements of Statistical Learning (2nd ed., 2009), §7.10; Goodfellow, Bengio & Courville: Deep Learning (2016), §5.3.1',
    seeAlso: ['validation-set', 'model-selection', 'generalization-error', 'bootstrap'],
  },
  {
    id: 'hyperparameter',
    names: { de: ['Hyperparameter'], en: ['hyperparameter'] },
    definition: {
      de: 'Einstellung eines Lernverfahrens, die nicht aus den Trainingsdaten gelernt, sondern vorher festgelegt wird, etwa die Lernrate, die Zahl der Schichten oder die Stärke der Regularisierung. Gewählt wird sie anhand der Validierungsmenge.',
      en: 'Setting of a learning algorithm that is not learned from the training data but fixed beforehand, such as the learning rate, the number of layers, or the strength of regularization. It is chosen with the help of the validation set.',
    },
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §5.3',
    seeAlso: ['hyperparameter-search', 'validation-set', 'parameter', 'learning-rate'],
  },
  {
    id: 'hyperparameter-search',
    names: {
      de: ['Hyperparametersuche', 'Hyperparameteroptimierung', 'Hyperparameter-Tuning'],
      en: [
        'hyperparameter search',
        'hyperparameter optimization',
        'hyperparameter optimisation',
        'hyperparameter tuning',
      ],
    },
    definition: {
      de: 'Suche nach den Hyperparametern mit dem kleinsten Fehler auf der Validierungsmenge. Die Rastersuche (*Grid Search*) probiert alle Kombinationen fester Werte, die Zufallssuche (*Random Search*) zieht die Werte zufällig und findet bei vielen Hyperparametern meist schneller gute Werte.',
      en: 'Search for the hyperparameters with the smallest error on the validation set. *Grid search* tries all combinations of fixed values; *random search* draws the values at random and, with many hyperparameters, usually finds good values faster.',
    },
    source:
      'Goodfellow, Bengio & Courville: Deep Learning (2016), §11.4; Bergstra & Bengio (2012): Random Search for Hyper-Parameter Optimization, JMLR 13',
    seeAlso: ['hyperparameter', 'validation-set', 'cross-validation', 'model-selection'],
  },
  {
    id: 'model-capacity',
    names: {
      de: ['Modellkapazität', 'Kapazität', 'Netzwerkkapazität', 'Repräsentationskapazität'],
      en: ['model capacity', 'capacity', 'network capacity', 'representational capacity'],
    },
    definition: {
      de: 'Maß dafür, wie vielfältige Funktionen ein Modell darstellen und lernen kann. Bei zu kleiner Kapazität droht Underfitting, bei zu großer ohne Regularisierung Overfitting.',
      en: 'Measure of how wide a variety of functions a model can represent and learn. Too little capacity risks underfitting, too much without regularization risks overfitting.',
    },
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §5.2',
    seeAlso: ['overfitting', 'underfitting', 'regularization', 'universal-approximation-theorem'],
    experiments: ['capacity', 'weight-decay'],
  },
  {
    id: 'overfitting',
    names: { de: ['Overfitting', 'Überanpassung'], en: ['overfitting'] },
    misspellings: ['Overfiting'],
    definition: {
      de: 'Ein Modell passt sich so eng an die Trainingsdaten an, dass es auch deren Zufälligkeiten und Rauschen lernt. Zu erkennen ist das daran, dass der Trainingsfehler weiter sinkt, während der Validierungsfehler wieder steigt.',
      en: 'A model adapts so closely to the training data that it also learns their coincidences and noise. The sign of this is a training error that keeps falling while the validation error rises again.',
    },
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §5.2',
    seeAlso: ['underfitting', 'regularization', 'model-capacity', 'bias-variance-tradeoff', 'early-stopping'],
    experiments: ['capacity', 'weight-decay'],
  },
  {
    id: 'underfitting',
    names: { de: ['Underfitting', 'Unteranpassung'], en: ['underfitting'] },
    misspellings: ['Underfiting'],
    definition: {
      de: 'Ein Modell erreicht schon auf den Trainingsdaten keinen genügend kleinen Fehler, weil seine Kapazität zu gering, seine Regularisierung zu stark oder das Training zu kurz ist.',
      en: 'A model does not reach a sufficiently small error even on the training data because its capacity is too small, its regularization too strong, or training too short.',
    },
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §5.2',
    seeAlso: ['overfitting', 'model-capacity', 'training-error', 'bias-variance-tradeoff'],
    experiments: ['capacity', 'weight-decay'],
  },
  {
    id: 'bias-variance-tradeoff',
    names: {
      de: [
        'Bias-Varianz-Dilemma',
        'Bias-Varianz-Tradeoff',
        'Bias-Varianz-Zerlegung',
        'Verzerrung-Varianz-Dilemma',
      ],
      en: ['bias-variance tradeoff', 'bias-variance decomposition', 'bias-variance dilemma'],
    },
    definition: {
      de: String.raw`Der erwartete quadratische Fehler einer Vorhersage $\hat f(x)$ zerfällt in das Quadrat ihres Bias, ihre Varianz über verschiedene Trainingsmengen und das unvermeidbare Rauschen. Mit wachsender Kapazität sinkt gewöhnlich der Bias, während die Varianz steigt; gesucht ist der beste Ausgleich.`,
      en: String.raw`The expected squared error of a prediction $\hat f(x)$ splits into its squared bias, its variance over different training sets, and the unavoidable noise. As capacity grows, the bias usually falls while the variance rises; the best balance is sought.`,
    },
    formula: String.raw`\begin{aligned} \mathbb{E}\bigl[(y - \hat f(x))^2\bigr] = {} & \operatorname{Bias}\bigl(\hat f(x)\bigr)^2 \\ & + \operatorname{Var}\bigl(\hat f(x)\bigr) + \sigma^2 \end{aligned}`,
    symbols: [
      {
        tex: 'y',
        meaning: { de: 'der verrauschte Zielwert zur Eingabe $x$', en: 'the noisy target for the input $x$' },
      },
      {
        tex: String.raw`\sigma^2`,
        meaning: { de: 'die Varianz des Rauschens', en: 'the variance of the noise' },
      },
    ],
    source:
      'Bishop: Pattern Recognition and Machine Learning (2006), §3.2; Goodfellow, Bengio & Courville: Deep Learning (2016), §5.4.4',
    seeAlso: ['overfitting', 'underfitting', 'variance', 'estimator', 'bagging'],
    experiments: ['capacity'],
  },
  {
    id: 'no-free-lunch-theorem',
    names: {
      de: ['No-Free-Lunch-Theorem', 'No-Free-Lunch-Satz', 'NFL-Theorem'],
      en: ['no free lunch theorem', 'NFL theorem'],
    },
    definition: {
      de: 'Gemittelt über alle denkbaren Verteilungen, aus denen die Daten stammen könnten, hat jedes Klassifikationsverfahren denselben Fehler auf neuen Daten. Kein Lernverfahren ist also immer das beste; ein gutes trifft Annahmen, die zur Aufgabe passen.',
      en: 'Averaged over all conceivable distributions that the data might come from, every classification algorithm has the same error on new data. So no learning algorithm is always the best; a good one makes assumptions that fit the task.',
    },
    source:
      'Wolpert (1996): The Lack of A Priori Distinctions Between Learning Algorithms, Neural Computation 8; Goodfellow, Bengio & Courville: Deep Learning (2016), §5.2.1',
    seeAlso: ['generalization', 'model-selection', 'regularization', 'machine-learning'],
  },
  {
    id: 'curse-of-dimensionality',
    names: {
      de: ['Fluch der Dimensionalität', 'Fluch der Dimension'],
      en: ['curse of dimensionality'],
    },
    definition: {
      de: 'Mit der Zahl $d$ der Merkmale wächst der Raum möglicher Eingaben exponentiell: Teilt man jede Achse in $m$ Abschnitte, entstehen $m^d$ Zellen. Eine gegebene Datenmenge lässt deshalb bald fast alle Zellen leer, und Nachbarn liegen kaum näher als beliebige andere Punkte.',
      en: 'The space of possible inputs grows exponentially with the number $d$ of features: dividing each axis into $m$ sections yields $m^d$ cells. Any given amount of data therefore soon leaves almost all cells empty, and neighbors are hardly closer than any other points.',
    },
    source:
      'Bishop: Pattern Recognition and Machine Learning (2006), §1.4; Goodfellow, Bengio & Courville: Deep Learning (2016), §5.11.1',
    seeAlso: ['feature', 'k-nearest-neighbors', 'generalization', 'principal-component-analysis'],
  },
  {
    id: 'model-selection',
    names: {
      de: ['Modellauswahl', 'Modellselektion', 'Modellwahl'],
      en: ['model selection'],
    },
    definition: {
      de: 'Wahl zwischen mehreren Modellen oder Hyperparametern nach ihrem geschätzten Generalisierungsfehler, etwa durch Kreuzvalidierung oder auf einer Validierungsmenge. Der Fehler des gewählten Modells muss danach auf anderen Daten neu geschätzt werden.',
      en: 'Choice between several models or hyperparameters by their estimated generalization error, for example by cross-validation or on a validation set. The error of the chosen model then has to be estimated anew on other data.',
    },
    source:
      'Hastie, Tibshirani & Friedman: The Elements of Statistical Learning (2nd ed., 2009), §7.2; Bishop: Pattern Recognition and Machine Learning (2006), §1.3',
    seeAlso: ['validation-set', 'cross-validation', 'hyperparameter-search', 'test-set'],
  },
];
