import type { GlossaryTerm } from '../glossaryTerm';

/** Vectors, matrices, and what else of mathematics a course in deep learning takes for granted. */
export const linearAlgebra: readonly GlossaryTerm[] = [
  {
    id: 'scalar',
    names: { de: ['Skalar'], en: ['scalar'] },
    definition: {
      de: 'Einzelne Zahl, im Unterschied zu Vektor, Matrix und Tensor. Der Wert einer Verlustfunktion ist ein Skalar, und nur deshalb hat sie einen Gradienten.',
      en: 'Single number, as opposed to a vector, matrix, or tensor. The value of a loss function is a scalar, and only because of that does it have a gradient.',
    },
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §2.1',
    seeAlso: ['vector', 'matrix', 'tensor'],
  },
  {
    id: 'vector',
    names: { de: ['Vektor'], en: ['vector'] },
    misspellings: ['Vecktor'],
    definition: {
      de: 'Geordnete Liste von $n$ Zahlen, die man addieren und mit Skalaren multiplizieren kann; geometrisch ein Pfeil im $n$-dimensionalen Raum. Eingaben, Aktivierungen einer Schicht und Parameter eines Netzes werden als Vektoren geschrieben.',
      en: 'Ordered list of $n$ numbers that can be added and multiplied by scalars; geometrically, an arrow in $n$-dimensional space. Inputs, activations of a layer, and parameters of a network are written as vectors.',
    },
    formula: String.raw`x = (x_1, \dots, x_n)^\top \in \mathbb{R}^n`,
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §2.1',
    seeAlso: ['scalar', 'matrix', 'norm', 'dot-product', 'vector-space'],
  },
  {
    id: 'matrix',
    names: { de: ['Matrix'], en: ['matrix'] },
    definition: {
      de: 'Rechteckiges Schema von Zahlen mit $m$ Zeilen und $n$ Spalten. Multipliziert mit einem Vektor $x$ beschreibt sie eine lineare Abbildung; die Gewichte einer vollständig verbundenen Schicht bilden eine Matrix.',
      en: 'Rectangular array of numbers with $m$ rows and $n$ columns. Multiplied by a vector $x$ it describes a linear map; the weights of a fully connected layer form a matrix.',
    },
    formula: String.raw`A \in \mathbb{R}^{m \times n}, \qquad (Ax)_i = \sum_{j=1}^{n} A_{ij}\, x_j`,
    symbols: [{ tex: 'A', meaning: { de: 'die Matrix', en: 'the matrix' } }],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §2.1',
    seeAlso: ['vector', 'tensor', 'linear-map', 'transpose', 'fully-connected-layer'],
  },
  {
    id: 'tensor',
    names: { de: ['Tensor'], en: ['tensor'] },
    definition: {
      de: 'Im Deep Learning ein Feld von Zahlen mit beliebig vielen Achsen; Skalare, Vektoren und Matrizen sind die Fälle mit 0, 1 und 2 Achsen. Ein Batch von Farbbildern ist ein Tensor mit vier Achsen: Bild, Zeile, Spalte, Kanal.',
      en: 'In deep learning, an array of numbers with any number of axes; scalars, vectors, and matrices are the cases with 0, 1, and 2 axes. A batch of color images is a tensor with four axes: image, row, column, channel.',
    },
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §2.1',
    seeAlso: ['scalar', 'vector', 'matrix', 'channel'],
  },
  {
    id: 'dot-product',
    names: {
      de: ['Skalarprodukt', 'Inneres Produkt', 'Punktprodukt'],
      en: ['dot product', 'inner product', 'scalar product'],
    },
    misspellings: ['Skalaprodukt'],
    definition: {
      de: 'Summe der Produkte gleich nummerierter Einträge zweier Vektoren $x$ und $y$. Es ist das Produkt ihrer Längen mit dem Kosinus des Winkels $\\varphi$ zwischen ihnen, also genau dann 0, wenn sie senkrecht aufeinander stehen.',
      en: 'Sum of the products of equally numbered entries of two vectors $x$ and $y$. It is the product of their lengths and the cosine of the angle $\\varphi$ between them, hence 0 exactly when they are perpendicular.',
    },
    formula: String.raw`x^\top y = \sum_{i=1}^{n} x_i\, y_i = \|x\|_2\, \|y\|_2 \cos \varphi`,
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §2.2',
    seeAlso: ['vector', 'orthogonality', 'euclidean-norm', 'attention'],
  },
  {
    id: 'norm',
    names: { de: ['Norm', 'Vektornorm'], en: ['norm', 'vector norm'] },
    definition: {
      de: 'Maß für die Länge eines Vektors: nie negativ, 0 nur für den Nullvektor, proportional zu einem Faktor $\\alpha$ des Vektors, und kein Umweg ist kürzer (Dreiecksungleichung). Ohne Zusatz ist meist die euklidische Norm gemeint.',
      en: 'Measure of the length of a vector: never negative, 0 only for the zero vector, proportional to a factor $\\alpha$ of the vector, and no detour is shorter (triangle inequality). Without further mention, the Euclidean norm is mostly meant.',
    },
    formula: String.raw`\begin{aligned}
\|\alpha x\| &= |\alpha|\, \|x\| \\
\|x + y\| &\le \|x\| + \|y\|
\end{aligned}`,
    symbols: [
      { tex: 'x', meaning: { de: 'ein beliebiger Vektor', en: 'any vector' } },
      { tex: 'y', meaning: { de: 'ein weiterer Vektor', en: 'another vector' } },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §2.5',
    seeAlso: ['euclidean-norm', 'manhattan-norm', 'frobenius-norm', 'parameter-norm', 'gradient-norm'],
  },
  {
    id: 'euclidean-norm',
    names: {
      de: ['Euklidische Norm', 'L2-Norm', '2-Norm'],
      en: ['Euclidean norm', 'L2 norm', 'Euclidean length'],
    },
    misspellings: ['Eukledische Norm', 'Euklidsche Norm', 'Euclidian norm'],
    definition: {
      de: 'Wurzel aus der Summe der quadrierten Einträge eines Vektors $x$, also seine Länge im üblichen geometrischen Sinn. Der euklidische Abstand zweier Punkte ist die euklidische Norm ihrer Differenz.',
      en: 'Square root of the sum of the squared entries of a vector $x$, that is, its length in the usual geometric sense. The Euclidean distance of two points is the Euclidean norm of their difference.',
    },
    formula: String.raw`\|x\|_2 = \sqrt{\sum_{i=1}^{n} x_i^2} = \sqrt{x^\top x}`,
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §2.5',
    seeAlso: ['norm', 'manhattan-norm', 'l2-regularization', 'norm-clipping'],
    experiments: ['weight-decay', 'gradient-clipping'],
  },
  {
    id: 'manhattan-norm',
    names: {
      de: ['Manhattan-Norm', 'Betragssummennorm', 'Summennorm', 'L1-Norm', '1-Norm'],
      en: ['Manhattan norm', 'taxicab norm', 'L1 norm'],
    },
    misspellings: ['Manhatten-Norm'],
    definition: {
      de: 'Summe der Beträge der Einträge eines Vektors $x$; so lang ist der Weg auf einem rechtwinkligen Straßennetz. Als Strafterm macht sie viele Gewichte genau 0.',
      en: 'Sum of the absolute values of the entries of a vector $x$; this is how long the way is on a rectangular grid of streets. As a penalty it makes many weights exactly 0.',
    },
    formula: String.raw`\|x\|_1 = \sum_{i=1}^{n} |x_i|`,
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §2.5',
    seeAlso: ['norm', 'euclidean-norm', 'l1-regularization', 'sparsity'],
  },
  {
    id: 'frobenius-norm',
    names: { de: ['Frobeniusnorm'], en: ['Frobenius norm'] },
    misspellings: ['Fröbenius-Norm', 'Frobenious norm'],
    definition: {
      de: 'Wurzel aus der Summe aller quadrierten Einträge einer Matrix $A$, also die euklidische Norm des Vektors, den man aus ihren Einträgen bildet. Beim Weight Decay ist ihr Quadrat der Strafterm für eine Gewichtsmatrix.',
      en: 'Square root of the sum of all squared entries of a matrix $A$, that is, the Euclidean norm of the vector made of its entries. In weight decay its square is the penalty for a weight matrix.',
    },
    formula: String.raw`\|A\|_F = \sqrt{\sum_{i,j} A_{ij}^2} = \sqrt{\operatorname{tr}(A^\top A)}`,
    symbols: [{ tex: '\\operatorname{tr}', meaning: { de: 'die Spur', en: 'the trace' } }],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §2.5',
    seeAlso: ['norm', 'euclidean-norm', 'trace', 'weight-decay'],
  },
  {
    id: 'unit-vector',
    names: {
      de: ['Einheitsvektor', 'Normierter Vektor'],
      en: ['unit vector', 'normalized vector', 'normalised vector'],
    },
    definition: {
      de: 'Vektor der Länge 1. Teilt man einen Vektor $x \\ne 0$ durch seine Norm, erhält man den Einheitsvektor $\\hat{x}$ derselben Richtung.',
      en: 'Vector of length 1. Dividing a vector $x \\ne 0$ by its norm gives the unit vector $\\hat{x}$ of the same direction.',
    },
    formula: String.raw`\hat{x} = \frac{x}{\|x\|}, \qquad \|\hat{x}\| = 1`,
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §2.6',
    seeAlso: ['norm', 'vector', 'norm-clipping', 'orthogonality'],
  },
  {
    id: 'orthogonality',
    names: { de: ['Orthogonalität', 'Orthogonal'], en: ['orthogonality', 'orthogonal', 'perpendicular'] },
    misspellings: ['Ortogonalität', 'Orthagonalität', 'orthagonal'],
    definition: {
      de: 'Zwei Vektoren $x$ und $y$ sind orthogonal, wenn ihr Skalarprodukt 0 ist. Sind beide vom Nullvektor verschieden, stehen sie dann senkrecht aufeinander; haben sie außerdem die Länge 1, heißen sie orthonormal.',
      en: 'Two vectors $x$ and $y$ are orthogonal if their dot product is 0. If neither is the zero vector, they are then perpendicular; if they also have length 1, they are called orthonormal.',
    },
    formula: String.raw`x \perp y \iff x^\top y = 0`,
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §2.6',
    seeAlso: ['dot-product', 'orthogonal-matrix', 'unit-vector', 'orthogonal-initialization'],
  },
  {
    id: 'linear-map',
    names: {
      de: ['Lineare Abbildung', 'Lineare Transformation'],
      en: ['linear map', 'linear mapping', 'linear transformation'],
    },
    definition: {
      de: 'Abbildung $f$ zwischen Vektorräumen, bei der es gleich ist, ob man Vektoren vor oder nach dem Abbilden addiert und mit Skalaren multipliziert. Zwischen $\\mathbb{R}^n$ und $\\mathbb{R}^m$ lässt sie sich als Matrix schreiben; zwei lineare Schichten hintereinander ergeben wieder nur eine.',
      en: 'Map $f$ between vector spaces for which it makes no difference whether vectors are added and multiplied by scalars before or after mapping. Between $\\mathbb{R}^n$ and $\\mathbb{R}^m$ it can be written as a matrix; two linear layers in succession again amount to just one.',
    },
    formula: String.raw`f(\alpha x + \beta y) = \alpha f(x) + \beta f(y)`,
    symbols: [
      { tex: '\\alpha', meaning: { de: 'ein beliebiger Skalar', en: 'any scalar' } },
      { tex: 'x', meaning: { de: 'ein beliebiger Vektor', en: 'any vector' } },
      { tex: '\\beta', meaning: { de: 'ein weiterer Skalar', en: 'another scalar' } },
      { tex: 'y', meaning: { de: 'ein weiterer Vektor', en: 'another vector' } },
    ],
    source: 'Deisenroth, Faisal & Ong: Mathematics for Machine Learning (2020), §2.7',
    seeAlso: ['matrix', 'vector-space', 'fully-connected-layer', 'activation-function'],
  },
  {
    id: 'vector-space',
    names: { de: ['Vektorraum', 'Linearer Raum'], en: ['vector space', 'linear space'] },
    definition: {
      de: 'Menge von Vektoren, aus der Addition und Multiplikation mit Skalaren nicht hinausführen und in der die üblichen Rechenregeln gelten. Das wichtigste Beispiel ist $\\mathbb{R}^n$, in dem etwa die Parametervektoren eines Netzes liegen.',
      en: 'Set of vectors that addition and multiplication by scalars do not leave and in which the usual rules of arithmetic hold. The most important example is $\\mathbb{R}^n$, in which the parameter vectors of a network lie, for instance.',
    },
    source: 'Deisenroth, Faisal & Ong: Mathematics for Machine Learning (2020), §2.4',
    seeAlso: ['vector', 'basis', 'linear-map', 'embedding'],
  },
  {
    id: 'basis',
    names: {
      de: ['Vektorraumbasis', 'Basis eines Vektorraums', 'Basisvektor'],
      en: ['basis of a vector space', 'vector space basis', 'basis vector'],
    },
    definition: {
      de: 'Vektoren $b_1, \\dots, b_n$, mit denen sich jeder Vektor $x$ eines Vektorraums auf genau eine Weise als Linearkombination schreiben lässt. Ihre Anzahl $n$ ist die Dimension des Raums.',
      en: 'List of vectors $b_1, \\dots, b_n$ with which every vector $x$ of a vector space can be written as a linear combination in exactly one way. Their number $n$ is the dimension of the space.',
    },
    formula: String.raw`x = \sum_{i=1}^{n} c_i\, b_i`,
    symbols: [
      {
        tex: 'c_i',
        meaning: { de: 'die $i$-te Koordinate von $x$', en: 'the $i$-th coordinate of $x$' },
      },
    ],
    source: 'Deisenroth, Faisal & Ong: Mathematics for Machine Learning (2020), §2.6.1',
    seeAlso: ['vector-space', 'rank', 'orthogonality', 'principal-component-analysis'],
  },
  {
    id: 'rank',
    names: { de: ['Rang', 'Rang einer Matrix', 'Matrixrang'], en: ['matrix rank', 'rank of a matrix'] },
    definition: {
      de: 'Höchste Anzahl linear unabhängiger Spalten einer Matrix $A$ mit $m$ Zeilen und $n$ Spalten; ebenso viele unabhängige Zeilen hat sie. Der Rang ist die Dimension des Raums, auf den $A$ abbildet.',
      en: 'Greatest number of linearly independent columns of a matrix $A$ with $m$ rows and $n$ columns; it has as many independent rows. The rank is the dimension of the space that $A$ maps onto.',
    },
    formula: String.raw`\operatorname{rank}(A) \le \min(m, n), \qquad A \in \mathbb{R}^{m \times n}`,
    source: 'Deisenroth, Faisal & Ong: Mathematics for Machine Learning (2020), §2.6.2',
    seeAlso: ['basis', 'singular-value', 'inverse-matrix', 'linear-map'],
  },
  {
    id: 'transpose',
    names: {
      de: ['Transponierte Matrix', 'Transponierte'],
      en: ['transpose', 'transposed matrix', 'matrix transpose'],
    },
    definition: {
      de: 'Matrix, die aus $A$ entsteht, wenn man Zeilen und Spalten vertauscht. Bei der Backpropagation läuft der Gradient durch die transponierten Gewichtsmatrizen zurück.',
      en: 'Matrix that results from $A$ when rows and columns are swapped. In backpropagation the gradient runs back through the transposed weight matrices.',
    },
    formula: String.raw`(A^\top)_{ij} = A_{ji}, \qquad (AB)^\top = B^\top A^\top`,
    symbols: [{ tex: 'B', meaning: { de: 'eine weitere Matrix', en: 'another matrix' } }],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §2.1',
    seeAlso: ['matrix', 'orthogonal-matrix', 'backpropagation', 'dot-product'],
  },
  {
    id: 'inverse-matrix',
    names: {
      de: ['Inverse Matrix', 'Inverse einer Matrix', 'Matrixinverse', 'Matrixinversion'],
      en: ['inverse matrix', 'matrix inverse', 'inverse of a matrix', 'matrix inversion'],
    },
    definition: {
      de: 'Matrix $A^{-1}$, die die lineare Abbildung der quadratischen Matrix $A$ rückgängig macht. Es gibt sie genau dann, wenn die Determinante von $A$ nicht 0 ist.',
      en: 'Matrix $A^{-1}$ that undoes the linear map of the square matrix $A$. It exists exactly when the determinant of $A$ is not 0.',
    },
    formula: String.raw`A^{-1} A = A\, A^{-1} = I`,
    symbols: [{ tex: 'I', meaning: { de: 'die Einheitsmatrix', en: 'the identity matrix' } }],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §2.3',
    seeAlso: ['identity-matrix', 'determinant', 'pseudoinverse', 'condition-number'],
  },
  {
    id: 'identity-matrix',
    names: { de: ['Einheitsmatrix', 'Identitätsmatrix'], en: ['identity matrix', 'unit matrix'] },
    definition: {
      de: 'Quadratische Matrix $I$ mit Einsen auf der Diagonalen und sonst Nullen. Sie lässt jeden Vektor $x$, wie er ist.',
      en: 'Square matrix $I$ with ones on its diagonal and zeros elsewhere. It leaves every vector $x$ as it is.',
    },
    formula: String.raw`I\,x = x, \qquad I_{ij} = \begin{cases} 1 & i = j \\ 0 & i \ne j \end{cases}`,
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §2.3',
    seeAlso: ['matrix', 'inverse-matrix', 'orthogonal-matrix', 'skip-connection'],
  },
  {
    id: 'determinant',
    names: { de: ['Determinante'], en: ['determinant'] },
    misspellings: ['Determinate'],
    definition: {
      de: 'Zahl, die angibt, um welchen Faktor eine quadratische Matrix $A$ Volumina vergrößert; ihr Vorzeichen sagt, ob $A$ zusätzlich spiegelt. Sie ist das Produkt der Eigenwerte $\\lambda_i$ und 0 genau dann, wenn sich $A$ nicht umkehren lässt.',
      en: 'Number that says by which factor a square matrix $A$ enlarges volumes; its sign tells whether $A$ mirrors as well. It is the product of the eigenvalues $\\lambda_i$, and 0 exactly when $A$ cannot be inverted.',
    },
    formula: String.raw`\det A = \prod_{i=1}^{n} \lambda_i`,
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §2.11',
    seeAlso: ['inverse-matrix', 'eigenvalue', 'trace', 'rank'],
  },
  {
    id: 'trace',
    names: { de: ['Spur einer Matrix', 'Matrixspur'], en: ['trace of a matrix', 'matrix trace'] },
    definition: {
      de: 'Summe der Diagonaleinträge einer quadratischen Matrix $A$. Sie ist zugleich die Summe der Eigenwerte $\\lambda_i$, mehrfache entsprechend oft gezählt.',
      en: 'Sum of the diagonal entries of a square matrix $A$. It is also the sum of the eigenvalues $\\lambda_i$, each counted as often as it occurs.',
    },
    formula: String.raw`\operatorname{tr}(A) = \sum_{i=1}^{n} A_{ii} = \sum_{i=1}^{n} \lambda_i`,
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §2.10',
    seeAlso: ['eigenvalue', 'determinant', 'frobenius-norm', 'hessian-matrix'],
  },
  {
    id: 'eigenvalue',
    names: { de: ['Eigenwert'], en: ['eigenvalue'] },
    definition: {
      de: 'Zahl $\\lambda$, um die eine quadratische Matrix $A$ einen ihrer Eigenvektoren $v \\ne 0$ streckt. Bei wiederholter Multiplikation mit $A$ wachsen die Richtungen mit $|\\lambda| > 1$ und schrumpfen die mit $|\\lambda| < 1$; daran liegt es, dass Gradienten in rekurrenten Netzen explodieren oder verschwinden können.',
      en: 'Number $\\lambda$ by which a square matrix $A$ stretches one of its eigenvectors $v \\ne 0$. Under repeated multiplication by $A$, directions with $|\\lambda| > 1$ grow and those with $|\\lambda| < 1$ shrink; this is why gradients in recurrent networks can explode or vanish.',
    },
    formula: String.raw`A v = \lambda v`,
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §2.7',
    seeAlso: ['eigenvector', 'singular-value', 'determinant', 'exploding-gradients', 'hessian-matrix'],
  },
  {
    id: 'eigenvector',
    names: { de: ['Eigenvektor'], en: ['eigenvector'] },
    definition: {
      de: 'Vektor $v \\ne 0$, den eine quadratische Matrix $A$ nur um den Faktor $\\lambda$ streckt, also auf seiner Geraden lässt. Zu einer symmetrischen Matrix gibt es eine Basis aus zueinander senkrechten Eigenvektoren.',
      en: 'Vector $v \\ne 0$ that a square matrix $A$ merely stretches by the factor $\\lambda$ and so leaves on its line. A symmetric matrix has a basis of mutually perpendicular eigenvectors.',
    },
    formula: String.raw`A v = \lambda v, \qquad v \ne 0`,
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §2.7',
    seeAlso: ['eigenvalue', 'basis', 'orthogonality', 'principal-component-analysis'],
  },
  {
    id: 'singular-value',
    names: { de: ['Singulärwert'], en: ['singular value'] },
    misspellings: ['Singularwert'],
    definition: {
      de: 'Die Singulärwerte einer Matrix $A$ geben an, wie stark sie Vektoren in verschiedenen, zueinander senkrechten Richtungen streckt. Der größte, $\\sigma_{\\max}$, ist die höchstmögliche Streckung; die Quadrate der Singulärwerte sind Eigenwerte von $A^\\top A$.',
      en: 'The singular values of a matrix $A$ say how much it stretches vectors in different, mutually perpendicular directions. The largest, $\\sigma_{\\max}$, is the greatest possible stretch; the squares of the singular values are eigenvalues of $A^\\top A$.',
    },
    formula: String.raw`\sigma_{\max}(A) = \max_{\|x\|_2 = 1} \|A x\|_2`,
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §2.8',
    seeAlso: ['singular-value-decomposition', 'eigenvalue', 'condition-number', 'vanishing-gradients'],
  },
  {
    id: 'singular-value-decomposition',
    names: { de: ['Singulärwertzerlegung'], en: ['singular value decomposition'] },
    abbreviations: ['SVD'],
    misspellings: ['Singularwertzerlegung'],
    definition: {
      de: 'Zerlegung einer beliebigen Matrix $A$ in eine Drehung oder Spiegelung $V^\\top$, eine Streckung $\\Sigma$ längs der Achsen und eine weitere Drehung oder Spiegelung $U$. Auf der Diagonalen von $\\Sigma$ stehen die Singulärwerte.',
      en: 'Decomposition of an arbitrary matrix $A$ into a rotation or reflection $V^\\top$, a scaling $\\Sigma$ along the axes, and another rotation or reflection $U$. The diagonal of $\\Sigma$ holds the singular values.',
    },
    formula: String.raw`A = U\, \Sigma\, V^\top`,
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §2.8',
    seeAlso: ['singular-value', 'orthogonal-matrix', 'pseudoinverse', 'principal-component-analysis'],
  },
  {
    id: 'positive-definite-matrix',
    names: {
      de: ['Positiv definite Matrix', 'Positiv definit', 'Positive Definitheit'],
      en: ['positive definite matrix', 'positive definite', 'positive definiteness'],
    },
    definition: {
      de: 'Symmetrische Matrix $A$, deren quadratische Form $x^\\top A x$ für jeden Vektor $x \\ne 0$ positiv ist; gleichbedeutend sind alle ihre Eigenwerte positiv. Ist die Hesse-Matrix an einem kritischen Punkt positiv definit, liegt dort ein lokales Minimum.',
      en: 'Symmetric matrix $A$ whose quadratic form $x^\\top A x$ is positive for every vector $x \\ne 0$; equivalently, all its eigenvalues are positive. If the Hessian matrix is positive definite at a critical point, there is a local minimum.',
    },
    formula: String.raw`x^\top A x > 0 \quad \forall\, x \ne 0`,
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §2.7',
    seeAlso: ['eigenvalue', 'hessian-matrix', 'convex-function', 'covariance-matrix'],
  },
  {
    id: 'hadamard-product',
    names: {
      de: [
        'Hadamard-Produkt',
        'Elementweises Produkt',
        'Elementweise Multiplikation',
        'Komponentenweises Produkt',
      ],
      en: ['Hadamard product', 'elementwise product', 'elementwise multiplication', 'entrywise product'],
    },
    misspellings: ['Hadamar-Produkt'],
    definition: {
      de: 'Produkt zweier gleich großer Vektoren oder Matrizen $A$ und $B$, bei dem gleich gelegene Einträge miteinander multipliziert werden. So wirken etwa die Gates eines LSTM und die Maske beim Dropout.',
      en: 'Product of two equally sized vectors or matrices $A$ and $B$ in which entries at the same place are multiplied by each other. The gates of an LSTM and the mask in dropout act this way, for example.',
    },
    formula: String.raw`(A \odot B)_{ij} = A_{ij}\, B_{ij}`,
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §2.2',
    seeAlso: ['matrix', 'dot-product', 'lstm', 'dropout'],
  },
  {
    id: 'pseudoinverse',
    names: {
      de: ['Pseudoinverse', 'Moore-Penrose-Inverse'],
      en: ['pseudoinverse', 'Moore-Penrose inverse', 'Moore-Penrose pseudoinverse'],
    },
    definition: {
      de: 'Ersatz für die Inverse, den jede Matrix $A$ hat: $A^{+} b$ ist unter allen $x$, die $\\|Ax - b\\|_2$ so klein wie möglich machen, dasjenige mit der kleinsten euklidischen Norm. Sind die Spalten von $A$ linear unabhängig, gilt die Formel.',
      en: 'Substitute for the inverse that every matrix $A$ has: $A^{+} b$ is, among all $x$ that make $\\|Ax - b\\|_2$ as small as possible, the one with the smallest Euclidean norm. If the columns of $A$ are linearly independent, the formula holds.',
    },
    formula: String.raw`A^{+} = (A^\top A)^{-1} A^\top`,
    symbols: [{ tex: 'A^{+}', meaning: { de: 'die Pseudoinverse', en: 'the pseudoinverse' } }],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §2.9',
    seeAlso: [
      'inverse-matrix',
      'singular-value-decomposition',
      'linear-regression',
      'tikhonov-regularization',
    ],
  },
  {
    id: 'principal-component-analysis',
    names: {
      de: ['Hauptkomponentenanalyse', 'Hauptachsentransformation'],
      en: ['principal component analysis', 'principal components analysis'],
    },
    abbreviations: ['PCA'],
    misspellings: ['Principle Component Analysis'],
    definition: {
      de: 'Verfahren, das Daten auf wenige zueinander senkrechte Richtungen projiziert, in denen sie am stärksten streuen. Diese Richtungen sind die Eigenvektoren der Kovarianzmatrix mit den größten Eigenwerten; so verringert man die Dimension und verliert möglichst wenig Varianz.',
      en: 'Method that projects data onto a few mutually perpendicular directions in which they scatter the most. These directions are the eigenvectors of the covariance matrix with the largest eigenvalues; the dimension is reduced this way with as little loss of variance as possible.',
    },
    formula: String.raw`z = V_k^\top (x - \mu)`,
    symbols: [
      {
        tex: 'z',
        meaning: { de: 'die Darstellung mit $k$ Komponenten', en: 'the representation with $k$ components' },
      },
      {
        tex: 'V_k',
        meaning: {
          de: 'die Matrix der $k$ führenden Eigenvektoren',
          en: 'the matrix of the $k$ leading eigenvectors',
        },
      },
      { tex: 'x', meaning: { de: 'der Datenpunkt', en: 'the data point' } },
      { tex: '\\mu', meaning: { de: 'der Mittelwert der Daten', en: 'the mean of the data' } },
    ],
    source: 'Bishop: Pattern Recognition and Machine Learning (2006), §12.1',
    seeAlso: ['covariance-matrix', 'eigenvector', 'singular-value-decomposition', 'autoencoder'],
  },
  {
    id: 'covariance-matrix',
    names: {
      de: ['Kovarianzmatrix', 'Varianz-Kovarianz-Matrix'],
      en: ['covariance matrix', 'variance-covariance matrix'],
    },
    misspellings: ['Covarianzmatrix'],
    definition: {
      de: 'Matrix $\\Sigma$, deren Eintrag $(i, j)$ die Kovarianz der Komponenten $i$ und $j$ eines Zufallsvektors $X$ ist. Sie ist symmetrisch, hat keine negativen Eigenwerte und enthält auf der Diagonalen die Varianzen.',
      en: 'Matrix $\\Sigma$ whose entry $(i, j)$ is the covariance of the components $i$ and $j$ of a random vector $X$. It is symmetric, has no negative eigenvalues, and holds the variances on its diagonal.',
    },
    formula: String.raw`\Sigma = \mathbb{E}\big[(X - \mu)(X - \mu)^\top\big]`,
    symbols: [
      { tex: '\\mathbb{E}', meaning: { de: 'der Erwartungswert', en: 'the expected value' } },
      {
        tex: '\\mu',
        meaning: { de: 'der Erwartungswert von $X$', en: 'the expected value of $X$' },
      },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §3.8',
    seeAlso: [
      'covariance',
      'normal-distribution',
      'principal-component-analysis',
      'positive-definite-matrix',
    ],
  },
  {
    id: 'orthogonal-matrix',
    names: { de: ['Orthogonale Matrix'], en: ['orthogonal matrix'] },
    definition: {
      de: 'Quadratische Matrix $Q$, deren Spalten die Länge 1 haben und paarweise senkrecht stehen. Sie dreht oder spiegelt und lässt dabei alle Längen und Winkel gleich, weshalb sie sich gut als Startwert von Gewichten eignet.',
      en: 'Square matrix $Q$ whose columns have length 1 and are pairwise perpendicular. It rotates or reflects and leaves all lengths and angles unchanged, which makes it a good initial value of weights.',
    },
    formula: String.raw`Q^\top Q = Q\, Q^\top = I`,
    symbols: [{ tex: 'I', meaning: { de: 'die Einheitsmatrix', en: 'the identity matrix' } }],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §2.6',
    seeAlso: ['orthogonality', 'transpose', 'orthogonal-initialization', 'singular-value-decomposition'],
  },
  {
    id: 'derivative',
    names: {
      de: ['Ableitung', 'Erste Ableitung', 'Differentialquotient', 'Differenzialquotient'],
      en: ['derivative', 'first derivative', 'differential quotient'],
    },
    definition: {
      de: 'Steigung des Graphen einer Funktion $f$ an der Stelle $x$: Sie gibt an, wie stark sich $f$ ändert, wenn man $x$ ein wenig ändert. Bei Funktionen mehrerer Variablen treten der Gradient und die Jacobi-Matrix an ihre Stelle.',
      en: 'Slope of the graph of a function $f$ at the point $x$: it says how much $f$ changes when $x$ is changed a little. For functions of several variables, the gradient and the Jacobian matrix take its place.',
    },
    formula: String.raw`f'(x) = \lim_{h \to 0} \frac{f(x + h) - f(x)}{h}`,
    symbols: [
      { tex: "f'(x)", meaning: { de: 'die Ableitung', en: 'the derivative' } },
      { tex: 'h', meaning: { de: 'die Änderung von $x$', en: 'the change of $x$' } },
    ],
    source: 'Deisenroth, Faisal & Ong: Mathematics for Machine Learning (2020), §5.1',
    seeAlso: ['partial-derivative', 'gradient', 'chain-rule', 'taylor-expansion'],
  },
  {
    id: 'logarithm',
    names: { de: ['Logarithmus', 'Natürlicher Logarithmus'], en: ['logarithm', 'natural logarithm'] },
    misspellings: ['Logarythmus', 'Logarhythmus', 'Logaritmus'],
    definition: {
      de: 'Umkehrung des Potenzierens: Der natürliche Logarithmus $\\log x$ ist die Hochzahl, mit der $e$ potenziert $x$ ergibt. Er macht aus Produkten Summen und verhindert so, dass das Produkt vieler Wahrscheinlichkeiten auf 0 gerundet wird.',
      en: 'Inverse of exponentiation: the natural logarithm $\\log x$ is the exponent to which $e$ is raised to give $x$. It turns products into sums and so keeps the product of many probabilities from being rounded to 0.',
    },
    formula: String.raw`\log(xy) = \log x + \log y, \qquad e^{\log x} = x`,
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §5.5',
    seeAlso: ['negative-log-likelihood', 'cross-entropy', 'entropy', 'softmax'],
  },
  {
    id: 'gaussian-process',
    names: { de: ['Gauß-Prozess', 'Gaußscher Prozess'], en: ['Gaussian process'] },
    abbreviations: ['GP'],
    misspellings: ['Gausprozess', 'Gaussian-Prozess'],
    definition: {
      de: 'Wahrscheinlichkeitsverteilung über Funktionen $f$, bei der die Funktionswerte an endlich vielen Stellen stets gemeinsam normalverteilt sind. Festgelegt wird sie durch eine Mittelwertfunktion $m$ und eine Kovarianzfunktion $k$, den Kern; ihre Vorhersagen geben die eigene Unsicherheit mit an.',
      en: 'Probability distribution over functions $f$ for which the function values at finitely many points are always jointly normally distributed. It is determined by a mean function $m$ and a covariance function $k$, the kernel; its predictions come with their own uncertainty.',
    },
    formula: String.raw`f(x) \sim \mathcal{GP}\big(m(x),\, k(x, x')\big)`,
    symbols: [
      { tex: '\\mathcal{GP}', meaning: { de: 'der Gauß-Prozess', en: 'the Gaussian process' } },
      { tex: "x'", meaning: { de: 'eine weitere Stelle', en: 'another point' } },
    ],
    source: 'Bishop: Pattern Recognition and Machine Learning (2006), §6.4',
    seeAlso: ['normal-distribution', 'covariance-matrix', 'hyperparameter-search', 'regression'],
  },
];
