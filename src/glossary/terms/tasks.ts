import type { GlossaryTerm } from '../glossaryTerm';

/** What models are trained for, classic models, and how well they do. */
export const tasks: readonly GlossaryTerm[] = [
  {
    id: 'classification',
    names: { de: ['Klassifikation', 'Klassifizierung'], en: ['classification'] },
    definition: {
      de: 'Aufgabe, zu einer Eingabe $x$ eine von $K$ Klassen vorherzusagen, etwa zu einem Bild das gezeigte Tier. Meist schätzt das Modell für jede Klasse $k$ eine Wahrscheinlichkeit und entscheidet sich für die wahrscheinlichste.',
      en: 'Task of predicting one of $K$ classes for an input $x$, such as the animal shown in an image. Usually the model estimates a probability for each class $k$ and decides on the most probable one.',
    },
    formula: String.raw`\hat{y} = \arg\max_{k} \; p(k \mid x)`,
    symbols: [{ tex: '\\hat{y}', meaning: { de: 'die vorhergesagte Klasse', en: 'the predicted class' } }],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §5.1.1',
    seeAlso: ['softmax', 'cross-entropy', 'accuracy', 'decision-boundary', 'regression'],
  },
  {
    id: 'regression',
    names: { de: ['Regression', 'Regressionsanalyse'], en: ['regression', 'regression analysis'] },
    definition: {
      de: 'Aufgabe, zu einer Eingabe $x$ eine reelle Zahl (oder einen Vektor) vorherzusagen, etwa den Preis eines Hauses. Misst man mit dem quadratischen Fehler, so ist der bedingte Erwartungswert des Zielwerts $y$ die beste Vorhersage.',
      en: 'Task of predicting a real number (or a vector) for an input $x$, such as the price of a house. If the error is measured by its square, the conditional expectation of the target $y$ is the best prediction.',
    },
    formula: String.raw`f^*(x) = \mathbb{E}[y \mid x]`,
    symbols: [{ tex: 'f^*', meaning: { de: 'das beste Modell', en: 'the best model' } }],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §5.1.1',
    seeAlso: ['linear-regression', 'mean-squared-error', 'classification', 'supervised-learning'],
  },
  {
    id: 'linear-regression',
    names: { de: ['Lineare Regression', 'Linear Regression'], en: ['linear regression'] },
    definition: {
      de: 'Regression mit einem Modell, das linear von seinen Parametern abhängt, im einfachsten Fall $\\hat{y} = w^\\top x + b$. Gewöhnlich bestimmt man Gewichte $w$ und Bias $b$ so, dass die Summe der quadrierten Fehler über alle Beispiele $(x_i, y_i)$ minimal wird; dafür gibt es eine geschlossene Lösung.',
      en: 'Regression with a model that depends linearly on its parameters, in the simplest case $\\hat{y} = w^\\top x + b$. Usually the weights $w$ and the bias $b$ are chosen to minimize the sum of squared errors over all examples $(x_i, y_i)$, which has a closed-form solution.',
    },
    formula: String.raw`\min_{w,\,b} \; \sum_{i=1}^{N} \bigl( w^\top x_i + b - y_i \bigr)^2`,
    symbols: [{ tex: 'N', meaning: { de: 'die Anzahl der Beispiele', en: 'the number of examples' } }],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §5.1.4',
    seeAlso: [
      'regression',
      'mean-squared-error',
      'logistic-regression',
      'tikhonov-regularization',
      'pseudoinverse',
    ],
  },
  {
    id: 'logistic-regression',
    names: { de: ['Logistische Regression', 'Logistic Regression'], en: ['logistic regression'] },
    misspellings: ['Logische Regression'],
    definition: {
      de: 'Linearer Klassifikator für zwei Klassen: Die Sigmoidfunktion $\\sigma$ macht aus $w^\\top x + b$ die Wahrscheinlichkeit der Klasse 1 für die Eingabe $x$. Trotz des Namens ist das ein Verfahren zur Klassifikation; Gewichte $w$ und Bias $b$ findet man durch Minimieren der Kreuzentropie, ein konvexes Problem.',
      en: 'Linear classifier for two classes: the sigmoid function $\\sigma$ turns $w^\\top x + b$ into the probability of class 1 for the input $x$. Despite the name, this is a method of classification; the weights $w$ and the bias $b$ are found by minimizing the cross-entropy, a convex problem.',
    },
    formula: String.raw`p(y = 1 \mid x) = \sigma(w^\top x + b)`,
    source: 'Bishop: Pattern Recognition and Machine Learning (2006), §4.3.2',
    seeAlso: ['sigmoid', 'cross-entropy', 'classification', 'decision-boundary', 'convex-function'],
  },
  {
    id: 'object-detection',
    names: { de: ['Objektdetektion', 'Object Detection', 'Objekterkennung'], en: ['object detection'] },
    definition: {
      de: 'Aufgabe, alle Gegenstände bestimmter Klassen in einem Bild zu finden und für jeden die Klasse und ein umschließendes Rechteck (Bounding Box) anzugeben. Wie gut ein vorhergesagtes Rechteck $A$ zum wahren Rechteck $B$ passt, misst die Intersection over Union: Schnittfläche durch Vereinigungsfläche.',
      en: 'Task of finding all objects of certain classes in an image and giving the class and an enclosing rectangle (bounding box) for each. How well a predicted box $A$ matches the true box $B$ is measured by the intersection over union: the area of their intersection divided by that of their union.',
    },
    formula: String.raw`\text{IoU} = \frac{\lvert A \cap B \rvert}{\lvert A \cup B \rvert}`,
    source:
      'Girshick, Donahue, Darrell & Malik (2014): Rich Feature Hierarchies for Accurate Object Detection and Semantic Segmentation, CVPR',
    seeAlso: ['classification', 'segmentation', 'convolutional-neural-network', 'precision', 'recall'],
  },
  {
    id: 'segmentation',
    names: {
      de: ['Segmentierung', 'Bildsegmentierung', 'Semantische Segmentierung'],
      en: ['segmentation', 'image segmentation', 'semantic segmentation'],
    },
    definition: {
      de: 'Aufgabe, ein Bild in sinnvolle Bereiche zu zerlegen. Bei der semantischen Segmentierung wird jedem Pixel eine Klasse zugeordnet; bei der Instanzsegmentierung werden zusätzlich die einzelnen Gegenstände einer Klasse getrennt.',
      en: 'Task of dividing an image into meaningful regions. In semantic segmentation every pixel is assigned a class; in instance segmentation the individual objects of a class are separated as well.',
    },
    source: 'Long, Shelhamer & Darrell (2015): Fully Convolutional Networks for Semantic Segmentation, CVPR',
    seeAlso: ['object-detection', 'classification', 'convolutional-neural-network', 'clustering'],
  },
  {
    id: 'accuracy',
    names: {
      de: [
        'Accuracy',
        'Klassifikationsgenauigkeit',
        'Klassifizierungsgenauigkeit',
        'Korrektklassifikationsrate',
      ],
      en: ['accuracy', 'classification accuracy'],
    },
    misspellings: ['Acuracy', 'Accurancy'],
    definition: {
      de: 'Anteil der Beispiele, deren Klasse ein Klassifikator richtig vorhersagt. Bei sehr ungleich häufigen Klassen besagt dieser Anteil wenig: Sind 99 % der Beispiele negativ, so erreicht 99 %, wer immer „negativ“ antwortet.',
      en: 'Share of the examples whose class a classifier predicts correctly. With very unbalanced classes it says little: if 99% of the examples are negative, always answering “negative” reaches 99%.',
    },
    formula: String.raw`\text{Accuracy} = \frac{\text{TP} + \text{TN}}{\text{TP} + \text{TN} + \text{FP} + \text{FN}}`,
    symbols: [
      {
        tex: '\\text{TP}',
        meaning: { de: 'die Zahl der richtig positiven', en: 'the number of true positives' },
      },
      { tex: '\\text{TN}', meaning: { de: 'die der richtig negativen', en: 'that of true negatives' } },
      { tex: '\\text{FP}', meaning: { de: 'die der falsch positiven', en: 'that of false positives' } },
      {
        tex: '\\text{FN}',
        meaning: { de: 'die der falsch negativen Vorhersagen', en: 'that of false negatives' },
      },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §5.1.2',
    seeAlso: ['confusion-matrix', 'precision', 'recall', 'classification', 'test-error'],
  },
  {
    id: 'precision',
    names: {
      de: ['Precision', 'Positiver Vorhersagewert', 'Positiver prädiktiver Wert'],
      en: ['precision', 'positive predictive value'],
    },
    abbreviations: ['PPV'],
    definition: {
      de: 'Anteil der als positiv vorhergesagten Beispiele, die wirklich positiv sind: Wie sehr kann man einem Alarm trauen? Hebt man die Schwelle für „positiv“ an, steigt dieser Anteil meist, aber der Recall sinkt.',
      en: 'Share of the examples predicted as positive that really are positive: how far can an alarm be trusted? Raising the threshold for “positive” usually increases it, but recall drops.',
    },
    formula: String.raw`\text{Precision} = \frac{\text{TP}}{\text{TP} + \text{FP}}`,
    symbols: [
      {
        tex: '\\text{TP}',
        meaning: { de: 'die Zahl der richtig positiven', en: 'the number of true positives' },
      },
      {
        tex: '\\text{FP}',
        meaning: { de: 'die der falsch positiven Vorhersagen', en: 'that of false positives' },
      },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §11.1',
    seeAlso: ['recall', 'f1-score', 'confusion-matrix', 'accuracy'],
  },
  {
    id: 'recall',
    names: {
      de: ['Recall', 'Trefferquote', 'Richtig-positiv-Rate', 'True Positive Rate'],
      en: ['recall', 'true positive rate'],
    },
    abbreviations: ['TPR'],
    definition: {
      de: 'Anteil der wirklich positiven Beispiele, die ein Klassifikator als positiv erkennt; in der Medizin heißt er Sensitivität. Wer alles für positiv erklärt, erreicht Recall 1, aber nur geringe Precision.',
      en: 'Share of the truly positive examples that a classifier recognizes as positive; in medicine it is called sensitivity. Declaring everything positive reaches a recall of 1, but only low precision.',
    },
    formula: String.raw`\text{Recall} = \frac{\text{TP}}{\text{TP} + \text{FN}}`,
    symbols: [
      {
        tex: '\\text{TP}',
        meaning: { de: 'die Zahl der richtig positiven', en: 'the number of true positives' },
      },
      {
        tex: '\\text{FN}',
        meaning: { de: 'die der falsch negativen Vorhersagen', en: 'that of false negatives' },
      },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §11.1',
    seeAlso: ['precision', 'f1-score', 'confusion-matrix', 'roc-curve'],
  },
  {
    id: 'f1-score',
    names: {
      de: ['F1-Maß', 'F1-Score', 'F1-Wert', 'F-Maß', 'F-Score'],
      en: ['F1 score', 'F1 measure', 'F-score', 'F-measure'],
    },
    definition: {
      de: 'Harmonisches Mittel aus Precision $P$ und Recall $R$. Es liegt nahe beim kleineren der beiden Werte und ist deshalb nur dann hoch, wenn beide hoch sind.',
      en: 'Harmonic mean of precision $P$ and recall $R$. It lies close to the smaller of the two values and is therefore high only if both are.',
    },
    formula: String.raw`F_1 = \frac{2 P R}{P + R}`,
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §11.1',
    seeAlso: ['precision', 'recall', 'accuracy', 'confusion-matrix'],
  },
  {
    id: 'confusion-matrix',
    names: {
      de: ['Konfusionsmatrix', 'Confusion Matrix', 'Wahrheitsmatrix', 'Verwechslungsmatrix'],
      en: ['confusion matrix', 'error matrix'],
    },
    misspellings: ['Confusionsmatrix'],
    definition: {
      de: 'Tabelle, die zeigt, welche Klassen ein Klassifikator womit verwechselt: Der Eintrag $C_{ij}$ zählt die Beispiele $n$ mit wahrer Klasse $y_n = i$ und vorhergesagter Klasse $\\hat{y}_n = j$. Auf der Diagonale stehen die richtigen Vorhersagen; manche Quellen vertauschen Zeilen und Spalten.',
      en: 'Table that shows which classes a classifier mistakes for which: the entry $C_{ij}$ counts the examples $n$ with true class $y_n = i$ and predicted class $\\hat{y}_n = j$. The diagonal holds the correct predictions; some sources exchange rows and columns.',
    },
    formula: String.raw`C_{ij} = \bigl\lvert \{\, n : y_n = i,\ \hat{y}_n = j \,\} \bigr\rvert`,
    source: 'Fawcett (2006): An Introduction to ROC Analysis, Pattern Recognition Letters 27',
    seeAlso: ['accuracy', 'precision', 'recall', 'classification'],
  },
  {
    id: 'roc-curve',
    names: {
      de: ['ROC-Kurve', 'Receiver Operating Characteristic', 'ROC Curve'],
      en: ['ROC curve', 'receiver operating characteristic', 'receiver operating characteristic curve'],
    },
    abbreviations: ['ROC'],
    definition: {
      de: 'Kurve, die für alle Entscheidungsschwellen eines binären Klassifikators die Richtig-positiv-Rate (TPR) über der Falsch-positiv-Rate (FPR) zeigt. Raten ergibt die Diagonale, ein guter Klassifikator verläuft nahe der linken oberen Ecke; die Fläche darunter heißt AUC.',
      en: 'Curve that plots the true positive rate (TPR) over the false positive rate (FPR) for all decision thresholds of a binary classifier. Guessing yields the diagonal, a good classifier stays close to the upper left corner; the area under the curve is called AUC.',
    },
    formula: String.raw`\text{TPR} = \frac{\text{TP}}{\text{TP} + \text{FN}}, \qquad \text{FPR} = \frac{\text{FP}}{\text{FP} + \text{TN}}`,
    symbols: [
      {
        tex: '\\text{TP}',
        meaning: { de: 'die Zahl der richtig positiven', en: 'the number of true positives' },
      },
      { tex: '\\text{FN}', meaning: { de: 'die der falsch negativen', en: 'that of false negatives' } },
      { tex: '\\text{FP}', meaning: { de: 'die der falsch positiven', en: 'that of false positives' } },
      {
        tex: '\\text{TN}',
        meaning: { de: 'die der richtig negativen Vorhersagen', en: 'that of true negatives' },
      },
    ],
    source: 'Fawcett (2006): An Introduction to ROC Analysis, Pattern Recognition Letters 27',
    seeAlso: ['recall', 'precision', 'confusion-matrix', 'classification'],
  },
  {
    id: 'area-under-the-curve',
    names: {
      de: ['Fläche unter der ROC-Kurve', 'Area Under the Curve'],
      en: ['area under the ROC curve', 'area under the curve'],
    },
    abbreviations: ['AUC', 'AUROC'],
    definition: {
      de: 'Fläche unter der ROC-Kurve, ein Gütemaß für binäre Klassifikatoren, das von keiner Entscheidungsschwelle abhängt: 1 ist perfekt, $\\frac{1}{2}$ entspricht Raten. Sie ist die Wahrscheinlichkeit, dass ein zufälliges positives Beispiel $x_+$ höher bewertet wird als ein zufälliges negatives $x_-$ (Gleichstand zählt halb).',
      en: 'Area under the ROC curve, a quality measure for binary classifiers that does not depend on a decision threshold: 1 is perfect, $\\frac{1}{2}$ corresponds to guessing. It is the probability that a random positive example $x_+$ is scored higher than a random negative one $x_-$ (a tie counts half).',
    },
    formula: String.raw`\text{AUC} = P\bigl( s(x_+) > s(x_-) \bigr)`,
    symbols: [
      {
        tex: 's',
        meaning: { de: 'die Bewertung durch den Klassifikator', en: 'the score given by the classifier' },
      },
    ],
    source: 'Fawcett (2006): An Introduction to ROC Analysis, Pattern Recognition Letters 27',
    seeAlso: ['roc-curve', 'recall', 'accuracy'],
  },
  {
    id: 'one-hot-encoding',
    names: {
      de: ['One-Hot-Kodierung', 'One-Hot-Codierung', 'One-Hot-Encoding', 'One-Hot-Vektor', '1-aus-n-Code'],
      en: ['one-hot encoding', 'one-hot vector', 'one-of-K encoding', '1-of-K encoding'],
    },
    definition: {
      de: 'Darstellung einer von $K$ Klassen als Vektor $u$ der Länge $K$, der an der Stelle der Klasse $k$ eine 1 und sonst Nullen enthält. So entsteht keine Rangfolge zwischen den Klassen, wie sie eine Nummerierung vortäuschen würde.',
      en: 'Representation of one of $K$ classes as a vector $u$ of length $K$ that contains a 1 at the position of the class $k$ and zeros elsewhere. This avoids a ranking of the classes, which numbering them would falsely suggest.',
    },
    formula: String.raw`u_i = \begin{cases} 1 & i = k \\ 0 & i \ne k \end{cases}`,
    source: 'Bishop: Pattern Recognition and Machine Learning (2006), §2.2',
    seeAlso: ['label', 'embedding', 'cross-entropy', 'categorical-distribution'],
  },
  {
    id: 'decision-boundary',
    names: {
      de: ['Entscheidungsgrenze', 'Decision Boundary'],
      en: ['decision boundary', 'decision surface'],
    },
    definition: {
      de: 'Menge der Eingaben, an denen ein Klassifikator von einer Klasse zur anderen wechselt. Bei zwei Klassen, zwischen denen das Vorzeichen von $f(x)$ entscheidet, ist sie die Nullstellenmenge von $f$, für ein lineares Modell also eine Hyperebene.',
      en: 'Set of the inputs at which a classifier changes from one class to another. With two classes between which the sign of $f(x)$ decides, it is the set of zeros of $f$, and hence a hyperplane for a linear model.',
    },
    formula: String.raw`\{\, x : f(x) = 0 \,\}`,
    source: 'Bishop: Pattern Recognition and Machine Learning (2006), §4.1',
    seeAlso: ['classification', 'logistic-regression', 'support-vector-machine', 'overfitting'],
    experiments: ['weight-decay'],
  },
  {
    id: 'clustering',
    names: { de: ['Clustering', 'Clusteranalyse'], en: ['clustering', 'cluster analysis'] },
    definition: {
      de: 'Unüberwachte Einteilung von Daten in Gruppen (Cluster), deren Mitglieder einander ähnlicher sind als den Mitgliedern anderer Gruppen. Das bekannteste Verfahren, k-Means, wählt die Cluster $C_j$ und ihre Mittelpunkte $\\mu_j$ so, dass die Summe der quadrierten Abstände klein wird.',
      en: 'Unsupervised division of data into groups (clusters) whose members are more similar to each other than to those of other groups. The best-known method, k-means, chooses the clusters $C_j$ and their centers $\\mu_j$ so that the sum of squared distances becomes small.',
    },
    formula: String.raw`\min \; \sum_{j=1}^{k} \sum_{x \in C_j} \| x - \mu_j \|^2`,
    symbols: [
      { tex: 'k', meaning: { de: 'die vorgegebene Anzahl der Cluster', en: 'the given number of clusters' } },
    ],
    source: 'Bishop: Pattern Recognition and Machine Learning (2006), §9.1',
    seeAlso: ['unsupervised-learning', 'k-nearest-neighbors', 'euclidean-norm', 'segmentation'],
  },
  {
    id: 'k-nearest-neighbors',
    names: {
      de: [
        'k-nächste-Nachbarn-Verfahren',
        'k-nächste Nachbarn',
        'k-Nearest-Neighbors',
        'Nächste-Nachbarn-Verfahren',
      ],
      en: ['k-nearest neighbors', 'k-nearest neighbours', 'k-nearest neighbor', 'k-nearest neighbour'],
    },
    abbreviations: ['kNN', 'k-NN'],
    definition: {
      de: 'Verfahren ohne eigentliches Training: Zur Eingabe $x$ sucht es die $k$ ähnlichsten Trainingsbeispiele und sagt bei der Regression den Mittelwert ihrer Zielwerte $y_i$ vorher, bei der Klassifikation ihre häufigste Klasse. Ein kleines $k$ neigt zum Overfitting, ein großes zum Underfitting.',
      en: 'Method without any real training: for the input $x$ it looks up the $k$ most similar training examples and predicts the mean of their targets $y_i$ in regression and their most frequent class in classification. A small $k$ tends to overfit, a large one to underfit.',
    },
    formula: String.raw`\hat{y} = \frac{1}{k} \sum_{i \in N_k(x)} y_i`,
    symbols: [
      { tex: '\\hat{y}', meaning: { de: 'die Vorhersage', en: 'the prediction' } },
      {
        tex: 'N_k(x)',
        meaning: {
          de: 'die Menge der $k$ nächsten Nachbarn von $x$',
          en: 'the set of the $k$ nearest neighbors of $x$',
        },
      },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §5.7.3',
    seeAlso: ['classification', 'regression', 'curse-of-dimensionality', 'euclidean-norm', 'clustering'],
  },
  {
    id: 'support-vector-machine',
    names: {
      de: ['Support Vector Machine', 'Stützvektormaschine', 'Support-Vektor-Maschine'],
      en: ['support vector machine'],
    },
    abbreviations: ['SVM'],
    misspellings: ['Support-Vektor-Machine', 'Support Vector Maschine'],
    definition: {
      de: 'Klassifikator für zwei Klassen $y_i = \\pm 1$, der unter allen trennenden Hyperebenen $w^\\top x + b = 0$ die mit dem größten Abstand zu den nächsten Beispielen (den Stützvektoren) wählt. Sind die Klassen nicht trennbar, lässt er Verstöße gegen eine Strafe zu; mit einer Kernfunktion zieht er auch gekrümmte Grenzen.',
      en: 'Classifier for two classes $y_i = \\pm 1$ that among all separating hyperplanes $w^\\top x + b = 0$ chooses the one with the largest distance to the nearest examples (the support vectors). If the classes are not separable, it allows violations at a penalty; with a kernel function it also draws curved boundaries.',
    },
    formula: String.raw`\min_{w,\,b} \; \tfrac{1}{2} \|w\|^2 \quad \text{s.t.} \quad y_i (w^\top x_i + b) \ge 1`,
    symbols: [
      { tex: 'x_i', meaning: { de: 'das $i$-te Trainingsbeispiel', en: 'the $i$-th training example' } },
    ],
    source: 'Bishop: Pattern Recognition and Machine Learning (2006), §7.1',
    seeAlso: ['hinge-loss', 'decision-boundary', 'logistic-regression', 'perceptron'],
  },
];
