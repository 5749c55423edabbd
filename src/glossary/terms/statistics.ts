import type { GlossaryTerm } from '../glossaryTerm';

/** Chance, distributions, and what data say about them. */
export const statistics: readonly GlossaryTerm[] = [
  {
    id: 'random-variable',
    names: { de: ['Zufallsvariable', 'Zufallsgröße'], en: ['random variable', 'stochastic variable'] },
    definition: {
      de: 'Größe, deren Wert vom Zufall abhängt. Welche Werte sie mit welcher Wahrscheinlichkeit annimmt, beschreibt ihre Verteilung; im Deep Learning sind etwa die Auswahl eines Mini-Batches oder die Startwerte der Gewichte zufällig.',
      en: 'Quantity whose value depends on chance. Its distribution says which values it takes with which probability; in deep learning, the choice of a mini-batch and the initial weights are random, for example.',
    },
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §3.2',
    seeAlso: ['probability-distribution', 'expected-value', 'variance', 'statistical-independence'],
  },
  {
    id: 'probability-distribution',
    names: {
      de: ['Wahrscheinlichkeitsverteilung', 'Verteilung'],
      en: ['probability distribution', 'distribution'],
    },
    misspellings: ['Wahrscheinlichkeitverteilung', 'Warscheinlichkeitsverteilung'],
    definition: {
      de: 'Vorschrift, die angibt, mit welcher Wahrscheinlichkeit eine Zufallsvariable welche Werte annimmt. Eine diskrete Verteilung ordnet jedem Wert $x$ eine Wahrscheinlichkeit $p(x)$ zu; eine stetige wird meist durch ihre Dichte beschrieben.',
      en: 'Rule that says with which probability a random variable takes which values. A discrete distribution assigns a probability $p(x)$ to every value $x$; a continuous one is mostly described by its density.',
    },
    formula: String.raw`p(x) \ge 0, \qquad \sum_x p(x) = 1`,
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §3.3',
    seeAlso: ['random-variable', 'probability-density', 'normal-distribution', 'categorical-distribution'],
  },
  {
    id: 'probability-density',
    names: {
      de: ['Wahrscheinlichkeitsdichte', 'Wahrscheinlichkeitsdichtefunktion', 'Dichtefunktion'],
      en: ['probability density', 'probability density function', 'density function'],
    },
    definition: {
      de: 'Funktion $p$, deren Fläche über einem Bereich die Wahrscheinlichkeit angibt, dass eine stetige Zufallsvariable $X$ dort liegt. Die Werte der Dichte selbst sind keine Wahrscheinlichkeiten und dürfen größer als 1 sein.',
      en: 'Function $p$ whose area over a range is the probability that a continuous random variable $X$ lies there. The values of the density are not probabilities themselves and may exceed 1.',
    },
    formula: String.raw`P(a \le X \le b) = \int_a^b p(x)\, dx`,
    symbols: [
      { tex: 'P', meaning: { de: 'die Wahrscheinlichkeit', en: 'the probability' } },
      {
        tex: 'a',
        meaning: { de: 'die untere Grenze des Bereichs', en: 'the lower end of the range' },
      },
      { tex: 'b', meaning: { de: 'die obere Grenze des Bereichs', en: 'the upper end of the range' } },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §3.3.2',
    seeAlso: ['probability-distribution', 'normal-distribution', 'uniform-distribution', 'likelihood'],
  },
  {
    id: 'expected-value',
    names: { de: ['Erwartungswert'], en: ['expected value', 'expectation'] },
    definition: {
      de: 'Mit den Wahrscheinlichkeiten $p(x)$ gewichtetes Mittel der Werte, die eine Zufallsvariable $X$ annehmen kann. Dem Durchschnitt vieler unabhängiger Wiederholungen kommt er beliebig nahe; bei stetigen Zufallsvariablen tritt ein Integral über die Dichte an die Stelle der Summe.',
      en: 'Mean of the values that a random variable $X$ can take, weighted by their probabilities $p(x)$. The average of many independent repetitions comes arbitrarily close to it; for continuous random variables, an integral over the density replaces the sum.',
    },
    formula: String.raw`\mathbb{E}[X] = \sum_x x\, p(x)`,
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §3.8',
    seeAlso: ['mean', 'variance', 'law-of-large-numbers', 'monte-carlo-method'],
  },
  {
    id: 'mean',
    names: {
      de: ['Mittelwert', 'Arithmetisches Mittel', 'Durchschnitt'],
      en: ['arithmetic mean', 'sample mean', 'mean value', 'average'],
    },
    definition: {
      de: 'Summe von Werten $x_1, \\dots, x_N$, geteilt durch ihre Anzahl $N$. Bei einer zufälligen Stichprobe schätzt er den Erwartungswert; einzelne Ausreißer können ihn stark verschieben.',
      en: 'Sum of values $x_1, \\dots, x_N$ divided by their number $N$. For a random sample it estimates the expected value; single outliers can shift it a lot.',
    },
    formula: String.raw`\bar{x} = \frac{1}{N} \sum_{i=1}^{N} x_i`,
    symbols: [{ tex: '\\bar{x}', meaning: { de: 'der Mittelwert', en: 'the mean' } }],
    source: 'Deisenroth, Faisal & Ong: Mathematics for Machine Learning (2020), §6.4.2',
    seeAlso: ['expected-value', 'median', 'variance', 'outlier', 'exponential-moving-average'],
  },
  {
    id: 'median',
    names: { de: ['Median', 'Zentralwert'], en: ['median'] },
    definition: {
      de: 'Wert in der Mitte der sortierten Daten: Höchstens die Hälfte der Daten ist kleiner und höchstens die Hälfte größer. Bei gerader Anzahl nimmt man das Mittel der beiden mittleren Werte. Ausreißer verändern ihn kaum, anders als den Mittelwert.',
      en: 'Value in the middle of the sorted data: at most half of the data are smaller and at most half are larger. With an even number of data one takes the mean of the two middle values. Outliers hardly change it, unlike the mean.',
    },
    source: 'Hastie, Tibshirani & Friedman: The Elements of Statistical Learning (2nd ed., 2009), §2.4',
    seeAlso: ['mean', 'outlier', 'mean-absolute-error'],
  },
  {
    id: 'variance',
    names: { de: ['Varianz'], en: ['variance'] },
    definition: {
      de: 'Erwartete quadratische Abweichung einer Zufallsvariablen $X$ von ihrem Erwartungswert. Sie misst, wie breit die Werte streuen. Aus Daten schätzt man sie durch die mittlere quadratische Abweichung vom Mittelwert.',
      en: 'Expected squared deviation of a random variable $X$ from its expected value. It measures how widely the values scatter. From data it is estimated by the mean squared deviation from the mean.',
    },
    formula: String.raw`\begin{aligned}
\operatorname{Var}(X) &= \mathbb{E}\big[(X - \mathbb{E}[X])^2\big] \\
&= \mathbb{E}[X^2] - \mathbb{E}[X]^2
\end{aligned}`,
    symbols: [{ tex: '\\mathbb{E}', meaning: { de: 'der Erwartungswert', en: 'the expected value' } }],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §3.8',
    seeAlso: ['standard-deviation', 'expected-value', 'covariance', 'bias-variance-tradeoff'],
  },
  {
    id: 'standard-deviation',
    names: { de: ['Standardabweichung'], en: ['standard deviation'] },
    misspellings: ['Standartabweichung', 'standart deviation'],
    definition: {
      de: 'Quadratwurzel aus der Varianz einer Zufallsvariablen $X$. Sie hat dieselbe Einheit wie die Werte und gibt an, wie weit diese typischerweise vom Erwartungswert entfernt sind.',
      en: 'Square root of the variance of a random variable $X$. It has the same unit as the values and says how far these typically are from the expected value.',
    },
    formula: String.raw`\sigma = \sqrt{\operatorname{Var}(X)}`,
    symbols: [
      { tex: '\\sigma', meaning: { de: 'die Standardabweichung', en: 'the standard deviation' } },
      { tex: '\\operatorname{Var}(X)', meaning: { de: 'die Varianz von $X$', en: 'the variance of $X$' } },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §3.8',
    seeAlso: ['variance', 'standardization', 'normal-distribution', 'initialization'],
  },
  {
    id: 'covariance',
    names: { de: ['Kovarianz'], en: ['covariance'] },
    misspellings: ['Covarianz'],
    definition: {
      de: 'Maß dafür, wie zwei Zufallsvariablen $X$ und $Y$ gemeinsam schwanken. Sie ist positiv, wenn beide meist zugleich über oder zugleich unter ihrem Erwartungswert liegen, und 0, wenn sie unabhängig sind; aus 0 folgt umgekehrt keine Unabhängigkeit.',
      en: 'Measure of how two random variables $X$ and $Y$ vary together. It is positive if both mostly lie above or mostly lie below their expected values at the same time, and 0 if they are independent; the converse does not hold.',
    },
    formula: String.raw`\operatorname{Cov}(X, Y) = \mathbb{E}\big[(X - \mathbb{E}[X])(Y - \mathbb{E}[Y])\big]`,
    symbols: [{ tex: '\\mathbb{E}', meaning: { de: 'der Erwartungswert', en: 'the expected value' } }],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §3.8',
    seeAlso: ['correlation', 'variance', 'covariance-matrix', 'statistical-independence'],
  },
  {
    id: 'correlation',
    names: {
      de: ['Korrelation', 'Korrelationskoeffizient', 'Pearson-Korrelation'],
      en: ['correlation', 'correlation coefficient', 'Pearson correlation'],
    },
    misspellings: ['Korelation', 'Korrellation', 'correllation'],
    definition: {
      de: 'Kovarianz zweier Zufallsvariablen $X$ und $Y$, geteilt durch ihre Standardabweichungen. Sie liegt zwischen $-1$ und $1$ und misst, wie stark beide linear zusammenhängen; eine Ursache belegt sie nicht.',
      en: 'Covariance of two random variables $X$ and $Y$, divided by their standard deviations. It lies between $-1$ and $1$ and measures how strongly the two are linearly related; it is no evidence of a cause.',
    },
    formula: String.raw`\rho(X, Y) = \frac{\operatorname{Cov}(X, Y)}{\sigma_X\, \sigma_Y}`,
    symbols: [
      { tex: '\\rho(X, Y)', meaning: { de: 'die Korrelation', en: 'the correlation' } },
      { tex: '\\operatorname{Cov}(X, Y)', meaning: { de: 'die Kovarianz', en: 'the covariance' } },
      {
        tex: '\\sigma_X',
        meaning: { de: 'die Standardabweichung von $X$', en: 'the standard deviation of $X$' },
      },
    ],
    source: 'Deisenroth, Faisal & Ong: Mathematics for Machine Learning (2020), §6.4.1',
    seeAlso: ['covariance', 'covariance-matrix', 'statistical-independence', 'linear-regression'],
  },
  {
    id: 'normal-distribution',
    names: {
      de: ['Normalverteilung', 'Gauß-Verteilung', 'Gaußsche Verteilung', 'Gaußsche Normalverteilung'],
      en: ['normal distribution', 'Gaussian distribution'],
    },
    misspellings: ['Gausverteilung', 'Gaussian-Verteilung', 'Gausian distribution'],
    definition: {
      de: 'Stetige Verteilung mit glockenförmiger Dichte, die durch ihren Erwartungswert $\\mu$ und ihre Varianz $\\sigma^2$ festgelegt ist. Etwa 68 % der Wahrscheinlichkeit liegen im Abstand von höchstens $\\sigma$ um $\\mu$.',
      en: 'Continuous distribution with a bell-shaped density, determined by its expected value $\\mu$ and its variance $\\sigma^2$. About 68% of the probability lies within a distance of $\\sigma$ from $\\mu$.',
    },
    formula: String.raw`\mathcal{N}(x;\, \mu, \sigma^2) = \frac{1}{\sqrt{2\pi\sigma^2}}\, \exp\!\left(-\frac{(x - \mu)^2}{2\sigma^2}\right)`,
    symbols: [
      {
        tex: '\\mathcal{N}',
        meaning: { de: 'die Dichte an der Stelle $x$', en: 'the density at the point $x$' },
      },
    ],
    source: 'Bishop: Pattern Recognition and Machine Learning (2006), §1.2.4',
    seeAlso: ['central-limit-theorem', 'standard-deviation', 'mean-squared-error', 'covariance-matrix'],
  },
  {
    id: 'uniform-distribution',
    names: {
      de: ['Gleichverteilung', 'Stetige Gleichverteilung', 'Uniforme Verteilung', 'Rechteckverteilung'],
      en: ['uniform distribution'],
    },
    definition: {
      de: 'Verteilung, bei der kein Wert bevorzugt wird. Stetig auf dem Intervall $[a, b]$ ist ihre Dichte dort konstant und außerhalb 0; diskret haben alle Werte dieselbe Wahrscheinlichkeit.',
      en: 'Distribution that favors no value. The continuous one on the interval $[a, b]$ has a constant density there and density 0 outside; in the discrete one all values have the same probability.',
    },
    formula: String.raw`p(x) = \begin{cases} \dfrac{1}{b - a} & x \in [a, b] \\[1ex] 0 & x \notin [a, b] \end{cases}`,
    symbols: [{ tex: 'p', meaning: { de: 'die Dichte', en: 'the density' } }],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §3.3.2',
    seeAlso: ['probability-density', 'normal-distribution', 'glorot-initialization', 'entropy'],
  },
  {
    id: 'bernoulli-distribution',
    names: { de: ['Bernoulli-Verteilung'], en: ['Bernoulli distribution'] },
    misspellings: ['Bernouilli-Verteilung', 'Bernulli-Verteilung', 'Bernouilli distribution'],
    definition: {
      de: 'Verteilung einer Zufallsvariablen, die nur die Werte 1 (mit Wahrscheinlichkeit $\\phi$) und 0 (mit Wahrscheinlichkeit $1 - \\phi$) annimmt. Ein Netz für zwei Klassen gibt mit einer Sigmoid-Ausgabe solch ein $\\phi$ an.',
      en: 'Distribution of a random variable that takes only the values 1 (with probability $\\phi$) and 0 (with probability $1 - \\phi$). A network for two classes states such a $\\phi$ with a sigmoid output.',
    },
    formula: String.raw`P(x) = \phi^{x}\, (1 - \phi)^{1 - x}, \qquad x \in \{0, 1\}`,
    symbols: [{ tex: 'x', meaning: { de: 'der angenommene Wert', en: 'the value taken' } }],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §3.9.1',
    seeAlso: ['categorical-distribution', 'sigmoid', 'cross-entropy', 'logistic-regression'],
  },
  {
    id: 'categorical-distribution',
    names: {
      de: ['Kategoriale Verteilung', 'Kategorische Verteilung', 'Multinoulli-Verteilung'],
      en: ['categorical distribution', 'multinoulli distribution'],
    },
    definition: {
      de: 'Verteilung über endlich viele Klassen $1, \\dots, k$, von denen die Klasse $i$ mit Wahrscheinlichkeit $p_i$ auftritt. Ein Klassifikationsnetz gibt mit einer Softmax-Ausgabe die $p_i$ an.',
      en: 'Distribution over finitely many classes $1, \\dots, k$, of which class $i$ occurs with probability $p_i$. A classification network states the $p_i$ with a softmax output.',
    },
    formula: String.raw`P(y = i) = p_i, \qquad \sum_{i=1}^{k} p_i = 1`,
    symbols: [{ tex: 'y', meaning: { de: 'die zufällige Klasse', en: 'the random class' } }],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §3.9.2',
    seeAlso: ['bernoulli-distribution', 'softmax', 'one-hot-encoding', 'cross-entropy'],
  },
  {
    id: 'likelihood',
    names: {
      de: ['Likelihood', 'Likelihood-Funktion'],
      en: ['likelihood', 'likelihood function'],
    },
    misspellings: ['Likelyhood', 'Liklihood', 'Likelyhood-Funktion'],
    definition: {
      de: 'Wahrscheinlichkeit oder Dichte der beobachteten Daten $x_1, \\dots, x_N$, aufgefasst als Funktion der Parameter $\\theta$ des Modells. Über $\\theta$ ist sie keine Wahrscheinlichkeitsverteilung: Sie summiert sich im Allgemeinen nicht zu 1.',
      en: 'Probability or density of the observed data $x_1, \\dots, x_N$, seen as a function of the parameters $\\theta$ of the model. It is no probability distribution over $\\theta$: in general it does not sum to 1.',
    },
    formula: String.raw`\mathcal{L}(\theta) = \prod_{i=1}^{N} p(x_i \mid \theta)`,
    symbols: [
      { tex: '\\mathcal{L}', meaning: { de: 'die Likelihood', en: 'the likelihood' } },
      {
        tex: 'p(x_i \\mid \\theta)',
        meaning: {
          de: 'die Wahrscheinlichkeit, die das Modell dem unabhängig gezogenen Beispiel $x_i$ gibt',
          en: 'the probability that the model gives to the independently drawn example $x_i$',
        },
      },
    ],
    source: 'Bishop: Pattern Recognition and Machine Learning (2006), §1.2.3',
    seeAlso: ['maximum-likelihood-estimation', 'negative-log-likelihood', 'bayes-theorem'],
  },
  {
    id: 'maximum-likelihood-estimation',
    names: {
      de: [
        'Maximum-Likelihood-Schätzung',
        'Maximum-Likelihood-Methode',
        'Maximum-Likelihood-Schätzer',
        'Maximum Likelihood',
      ],
      en: [
        'maximum likelihood estimation',
        'maximum likelihood',
        'maximum likelihood estimator',
        'maximum likelihood estimate',
      ],
    },
    abbreviations: ['MLE'],
    misspellings: ['Maximum-Likelyhood-Schätzung', 'Maximum Likelyhood'],
    definition: {
      de: 'Schätzverfahren, das die Parameter $\\theta$ wählt, unter denen die beobachteten Daten $x_1, \\dots, x_N$ am wahrscheinlichsten sind. Meist maximiert man die Log-Likelihood, weil der Logarithmus aus dem Produkt eine Summe macht und das Maximum nicht verschiebt.',
      en: 'Method of estimation that chooses the parameters $\\theta$ under which the observed data $x_1, \\dots, x_N$ are most probable. One mostly maximizes the log-likelihood, because the logarithm turns the product into a sum and does not move the maximum.',
    },
    formula: String.raw`\hat{\theta} = \operatorname*{arg\,max}_{\theta} \sum_{i=1}^{N} \log p(x_i \mid \theta)`,
    symbols: [{ tex: '\\hat{\\theta}', meaning: { de: 'der Schätzwert', en: 'the estimate' } }],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §5.5',
    seeAlso: ['likelihood', 'negative-log-likelihood', 'maximum-a-posteriori-estimation', 'logarithm'],
  },
  {
    id: 'maximum-a-posteriori-estimation',
    names: {
      de: [
        'Maximum-a-posteriori-Schätzung',
        'Maximum-a-posteriori-Schätzer',
        'MAP-Schätzung',
        'MAP-Schätzer',
      ],
      en: ['maximum a posteriori estimation', 'MAP estimation', 'MAP estimate', 'MAP estimator'],
    },
    abbreviations: ['MAP'],
    misspellings: ['maximum posteriori estimation'],
    definition: {
      de: 'Schätzverfahren, das die Parameter $\\theta$ mit der größten A-posteriori-Dichte wählt, also Daten $D$ und Vorwissen zugleich berücksichtigt. Mit einer um 0 normalverteilten A-priori-Verteilung der Gewichte entspricht es der $L_2$-Regularisierung.',
      en: 'Method of estimation that chooses the parameters $\\theta$ with the greatest posterior density and so takes both the data $D$ and prior knowledge into account. With a prior distribution of the weights that is normal around 0, it amounts to $L_2$ regularization.',
    },
    formula: String.raw`\hat{\theta} = \operatorname*{arg\,max}_{\theta}\, \big[\log p(D \mid \theta) + \log p(\theta)\big]`,
    symbols: [
      { tex: '\\hat{\\theta}', meaning: { de: 'der Schätzwert', en: 'the estimate' } },
      { tex: 'p(D \\mid \\theta)', meaning: { de: 'die Likelihood', en: 'the likelihood' } },
      {
        tex: 'p(\\theta)',
        meaning: { de: 'die A-priori-Dichte der Parameter', en: 'the prior density of the parameters' },
      },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §5.6.1',
    seeAlso: [
      'maximum-likelihood-estimation',
      'prior-distribution',
      'posterior-distribution',
      'l2-regularization',
    ],
  },
  {
    id: 'prior-distribution',
    names: {
      de: ['A-priori-Verteilung', 'A-priori-Wahrscheinlichkeit', 'Prior-Verteilung', 'Prior'],
      en: ['prior distribution', 'prior probability'],
    },
    definition: {
      de: 'Verteilung $p(\\theta)$, die ausdrückt, was man über die Parameter $\\theta$ annimmt, bevor man die Daten gesehen hat. Sie kann zum Beispiel festhalten, dass kleine Gewichte plausibler sind als große.',
      en: 'Distribution $p(\\theta)$ that expresses what one assumes about the parameters $\\theta$ before having seen the data. It can state, for example, that small weights are more plausible than large ones.',
    },
    source: 'Bishop: Pattern Recognition and Machine Learning (2006), §1.2.3',
    seeAlso: ['posterior-distribution', 'bayes-theorem', 'maximum-a-posteriori-estimation', 'weight-decay'],
  },
  {
    id: 'posterior-distribution',
    names: {
      de: ['A-posteriori-Verteilung', 'A-posteriori-Wahrscheinlichkeit', 'Posterior-Verteilung', 'Posterior'],
      en: ['posterior distribution', 'posterior probability', 'posterior'],
    },
    definition: {
      de: 'Verteilung $p(\\theta \\mid D)$, die ausdrückt, wie plausibel welche Parameter $\\theta$ sind, nachdem man die Daten $D$ gesehen hat. Nach dem Satz von Bayes ist sie proportional zum Produkt aus Likelihood $p(D \\mid \\theta)$ und A-priori-Verteilung $p(\\theta)$.',
      en: 'Distribution $p(\\theta \\mid D)$ that expresses how plausible which parameters $\\theta$ are after having seen the data $D$. By Bayes’ theorem it is proportional to the product of the likelihood $p(D \\mid \\theta)$ and the prior distribution $p(\\theta)$.',
    },
    formula: String.raw`p(\theta \mid D) \propto p(D \mid \theta)\, p(\theta)`,
    source: 'Bishop: Pattern Recognition and Machine Learning (2006), §1.2.3',
    seeAlso: ['prior-distribution', 'likelihood', 'bayes-theorem', 'maximum-a-posteriori-estimation'],
  },
  {
    id: 'bayes-theorem',
    names: {
      de: ['Satz von Bayes', 'Bayes-Theorem', 'Bayessche Formel', 'Bayes-Formel', 'Bayes-Regel'],
      en: ["Bayes' theorem", "Bayes' rule", 'Bayes theorem', 'Bayes rule'],
    },
    misspellings: ["Baye's theorem"],
    definition: {
      de: 'Formel, die eine bedingte Wahrscheinlichkeit umkehrt: Aus der Wahrscheinlichkeit einer Beobachtung $B$ unter einer Hypothese $A$ berechnet sie die Wahrscheinlichkeit der Hypothese nach der Beobachtung.',
      en: 'Formula that reverses a conditional probability: from the probability of an observation $B$ under a hypothesis $A$ it computes the probability of the hypothesis after the observation.',
    },
    formula: String.raw`P(A \mid B) = \frac{P(B \mid A)\, P(A)}{P(B)}`,
    symbols: [
      {
        tex: 'P(A)',
        meaning: {
          de: 'die Wahrscheinlichkeit der Hypothese vor der Beobachtung',
          en: 'the probability of the hypothesis before the observation',
        },
      },
      {
        tex: 'P(B)',
        meaning: {
          de: 'die Wahrscheinlichkeit der Beobachtung insgesamt',
          en: 'the overall probability of the observation',
        },
      },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §3.11',
    seeAlso: ['conditional-probability', 'prior-distribution', 'posterior-distribution', 'likelihood'],
  },
  {
    id: 'conditional-probability',
    names: {
      de: ['Bedingte Wahrscheinlichkeit', 'Bedingte Verteilung'],
      en: ['conditional probability', 'conditional distribution'],
    },
    definition: {
      de: 'Wahrscheinlichkeit eines Ereignisses $A$, wenn schon bekannt ist, dass $B$ eingetreten ist. Ein Klassifikator schätzt zum Beispiel $P(y \\mid x)$, die Wahrscheinlichkeit der Klasse $y$ bei gegebener Eingabe $x$.',
      en: 'Probability of an event $A$ when it is already known that $B$ has occurred. A classifier estimates $P(y \\mid x)$, for example: the probability of the class $y$ given the input $x$.',
    },
    formula: String.raw`P(A \mid B) = \frac{P(A \cap B)}{P(B)}, \qquad P(B) > 0`,
    symbols: [
      {
        tex: 'P(A \\cap B)',
        meaning: {
          de: 'die Wahrscheinlichkeit, dass beides eintritt',
          en: 'the probability that both occur',
        },
      },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §3.5',
    seeAlso: ['bayes-theorem', 'statistical-independence', 'classification'],
  },
  {
    id: 'statistical-independence',
    names: {
      de: ['Stochastische Unabhängigkeit', 'Statistische Unabhängigkeit', 'Unabhängige Zufallsvariable'],
      en: ['statistical independence', 'stochastic independence', 'independent random variable'],
    },
    definition: {
      de: 'Zwei Zufallsvariablen $X$ und $Y$ sind unabhängig, wenn die eine nichts über die andere verrät: Ihre gemeinsame Verteilung ist das Produkt der einzelnen. Dann ist auch ihre Kovarianz 0.',
      en: 'Two random variables $X$ and $Y$ are independent if neither tells anything about the other: their joint distribution is the product of the single ones. Their covariance is then 0 as well.',
    },
    formula: String.raw`p(x, y) = p_X(x)\, p_Y(y)`,
    symbols: [
      {
        tex: 'p(x, y)',
        meaning: { de: 'die gemeinsame Verteilung', en: 'the joint distribution' },
      },
      { tex: 'p_X', meaning: { de: 'die Verteilung von $X$', en: 'the distribution of $X$' } },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §3.7',
    seeAlso: [
      'independent-and-identically-distributed',
      'conditional-probability',
      'covariance',
      'correlation',
    ],
  },
  {
    id: 'independent-and-identically-distributed',
    names: {
      de: ['Unabhängig und identisch verteilt', 'Unabhängig identisch verteilt'],
      en: ['independent and identically distributed'],
    },
    abbreviations: ['i.i.d.', 'iid', 'u.i.v.'],
    definition: {
      de: 'Eigenschaft von Zufallsvariablen: Sie sind voneinander unabhängig und haben alle dieselbe Verteilung. Dass Trainings- und Testbeispiele so gezogen werden, ist die übliche Annahme, wenn man vom Testfehler auf neue Daten schließt.',
      en: 'Property of random variables: they are independent of each other and all have the same distribution. That training and test examples are drawn this way is the usual assumption when one infers from the test error to new data.',
    },
    formula: String.raw`p(x_1, \dots, x_N) = \prod_{i=1}^{N} p(x_i)`,
    symbols: [
      { tex: 'p', meaning: { de: 'die Verteilung', en: 'the distribution' } },
      {
        tex: 'x_1, \\dots, x_N',
        meaning: { de: 'die Folge der gezogenen Beispiele', en: 'the sequence of examples drawn' },
      },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §5.2',
    seeAlso: ['statistical-independence', 'sample', 'generalization-error', 'test-set'],
  },
  {
    id: 'estimator',
    names: {
      de: ['Schätzer', 'Schätzfunktion', 'Schätzung', 'Punktschätzer'],
      en: ['estimator', 'point estimator', 'point estimate'],
    },
    definition: {
      de: 'Rechenvorschrift, die aus einer Stichprobe einen Näherungswert $\\hat{\\theta}$ für eine unbekannte Größe $\\theta$ bestimmt. Er heißt erwartungstreu, wenn er im Mittel über alle Stichproben richtig liegt, seine Verzerrung also 0 ist.',
      en: 'Rule that computes from a sample an approximate value $\\hat{\\theta}$ for an unknown quantity $\\theta$. It is called unbiased if it is right on average over all samples, that is, if its bias is 0.',
    },
    formula: String.raw`\operatorname{bias}(\hat{\theta}) = \mathbb{E}[\hat{\theta}] - \theta`,
    symbols: [
      {
        tex: '\\operatorname{bias}',
        meaning: { de: 'die Verzerrung des Schätzers', en: 'the bias of the estimator' },
      },
      {
        tex: '\\mathbb{E}',
        meaning: {
          de: 'der Erwartungswert über alle Stichproben',
          en: 'the expected value over all samples',
        },
      },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §5.4',
    seeAlso: ['sample', 'bias-variance-tradeoff', 'maximum-likelihood-estimation', 'confidence-interval'],
  },
  {
    id: 'law-of-large-numbers',
    names: { de: ['Gesetz der großen Zahlen'], en: ['law of large numbers'] },
    definition: {
      de: 'Satz der Wahrscheinlichkeitstheorie: Das Mittel $\\bar{X}_N$ von $N$ unabhängigen, identisch verteilten Zufallsvariablen nähert sich für wachsendes $N$ ihrem Erwartungswert $\\mu$. Darum darf man Erwartungswerte durch Mittelwerte über viele Daten schätzen.',
      en: 'Theorem of probability theory: the mean $\\bar{X}_N$ of $N$ independent, identically distributed random variables approaches their expected value $\\mu$ as $N$ grows. That is why expected values may be estimated by means over many data.',
    },
    formula: String.raw`\lim_{N \to \infty} P\big(|\bar{X}_N - \mu| > \varepsilon\big) = 0`,
    symbols: [
      { tex: '\\varepsilon', meaning: { de: 'eine beliebige positive Zahl', en: 'any positive number' } },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §17.1.2',
    seeAlso: ['central-limit-theorem', 'expected-value', 'mean', 'monte-carlo-method'],
  },
  {
    id: 'central-limit-theorem',
    names: { de: ['Zentraler Grenzwertsatz'], en: ['central limit theorem'] },
    abbreviations: ['ZGWS', 'CLT'],
    definition: {
      de: 'Satz der Wahrscheinlichkeitstheorie: Das Mittel $\\bar{X}_N$ vieler unabhängiger, identisch verteilter Zufallsvariablen mit Erwartungswert $\\mu$ und endlicher Varianz $\\sigma^2$ ist ungefähr normalverteilt, gleich wie die einzelnen verteilt sind. Seine Standardabweichung sinkt mit $1/\\sqrt{N}$.',
      en: 'Theorem of probability theory: the mean $\\bar{X}_N$ of many independent, identically distributed random variables with expected value $\\mu$ and finite variance $\\sigma^2$ is approximately normally distributed, however the single ones are distributed. Its standard deviation falls with $1/\\sqrt{N}$.',
    },
    formula: String.raw`\sqrt{N}\, \big(\bar{X}_N - \mu\big) \;\xrightarrow{\;d\;}\; \mathcal{N}(0, \sigma^2)`,
    symbols: [
      { tex: 'N', meaning: { de: 'die Anzahl der Zufallsvariablen', en: 'the number of random variables' } },
      {
        tex: '\\xrightarrow{\\;d\\;}',
        meaning: {
          de: 'die Konvergenz in Verteilung für $N \\to \\infty$',
          en: 'convergence in distribution for $N \\to \\infty$',
        },
      },
      {
        tex: '\\mathcal{N}(0, \\sigma^2)',
        meaning: {
          de: 'die Normalverteilung mit Mittelwert 0 und Varianz $\\sigma^2$',
          en: 'the normal distribution with mean 0 and variance $\\sigma^2$',
        },
      },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §17.1.2',
    seeAlso: ['normal-distribution', 'law-of-large-numbers', 'mini-batch', 'confidence-interval'],
  },
  {
    id: 'sample',
    names: { de: ['Stichprobe', 'Sample'], en: ['sample', 'random sample'] },
    definition: {
      de: 'Zufällig gezogene Auswahl von Beobachtungen, aus der man auf die Verteilung dahinter schließt. Im maschinellen Lernen heißt oft auch ein einzelnes Beispiel Sample, und Sampling heißt, Werte aus einer Verteilung zu ziehen.',
      en: 'Randomly drawn selection of observations from which one infers the distribution behind them. In machine learning a single example is often called a sample too, and sampling means drawing values from a distribution.',
    },
    source: 'Bishop: Pattern Recognition and Machine Learning (2006), chapter 11',
    seeAlso: ['estimator', 'independent-and-identically-distributed', 'mini-batch', 'training-set'],
  },
  {
    id: 'monte-carlo-method',
    names: {
      de: ['Monte-Carlo-Methode', 'Monte-Carlo-Verfahren', 'Monte-Carlo-Schätzung', 'Monte-Carlo-Simulation'],
      en: ['Monte Carlo method', 'Monte Carlo estimate', 'Monte Carlo simulation', 'Monte Carlo sampling'],
    },
    definition: {
      de: 'Verfahren, das eine schwer zu berechnende Summe oder ein Integral durch das Mittel über zufällig gezogene Werte $x_1, \\dots, x_N$ schätzt. Der typische Fehler sinkt mit $1/\\sqrt{N}$: Eine Stelle mehr kostet das Hundertfache.',
      en: 'Method that estimates a sum or an integral that is hard to compute by the mean over randomly drawn values $x_1, \\dots, x_N$. The typical error falls with $1/\\sqrt{N}$: one more digit costs a hundred times as much.',
    },
    formula: String.raw`\mathbb{E}_{x \sim p}[f(x)] \approx \frac{1}{N} \sum_{i=1}^{N} f(x_i)`,
    symbols: [
      {
        tex: 'p',
        meaning: {
          de: 'die Verteilung, aus der die Werte gezogen werden',
          en: 'the distribution from which the values are drawn',
        },
      },
      {
        tex: 'f',
        meaning: {
          de: 'die Funktion, deren Erwartungswert gesucht ist',
          en: 'the function whose expected value is sought',
        },
      },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §17.1',
    seeAlso: ['expected-value', 'law-of-large-numbers', 'sample', 'stochastic-gradient-descent'],
  },
  {
    id: 'confidence-interval',
    names: {
      de: ['Konfidenzintervall', 'Vertrauensintervall'],
      en: ['confidence interval'],
    },
    misspellings: ['Konfidenzinterval', 'Confidenzintervall', 'confidence intervall'],
    definition: {
      de: 'Aus einer Stichprobe berechneter Bereich für eine unbekannte Größe. Bei 95 % Konfidenz enthalten 95 % der Bereiche, die man aus immer neuen Stichproben so berechnet, die wahre Größe; die Formel gilt näherungsweise für das Mittel $\\bar{x}$ aus $N$ Werten.',
      en: 'Range for an unknown quantity that is computed from a sample. At 95% confidence, 95% of the ranges computed this way from ever new samples contain the true quantity; the formula holds approximately for the mean $\\bar{x}$ of $N$ values.',
    },
    formula: String.raw`\bar{x} \pm 1.96 \cdot \frac{\hat{\sigma}}{\sqrt{N}}`,
    symbols: [
      {
        tex: '\\hat{\\sigma}',
        meaning: {
          de: 'die geschätzte Standardabweichung der Werte',
          en: 'the estimated standard deviation of the values',
        },
      },
    ],
    source: 'Goodfellow, Bengio & Courville: Deep Learning (2016), §5.4.3',
    seeAlso: ['estimator', 'central-limit-theorem', 'standard-deviation', 'test-error'],
  },
  {
    id: 'outlier',
    names: { de: ['Ausreißer'], en: ['outlier'] },
    definition: {
      de: 'Beobachtung, die weit von den übrigen entfernt liegt, etwa durch einen Messfehler oder ein falsches Label. Ein quadratischer Verlust gibt ihr viel Gewicht; der absolute Fehler und der Huber-Verlust sind robuster.',
      en: 'Observation far away from the others, because of a measuring error or a wrong label, for example. A squared loss gives it much weight; the absolute error and the Huber loss are more robust.',
    },
    source: 'Hastie, Tibshirani & Friedman: The Elements of Statistical Learning (2nd ed., 2009), §10.6',
    seeAlso: ['median', 'huber-loss', 'mean-absolute-error', 'noise'],
  },
  {
    id: 'noise',
    names: { de: ['Rauschen'], en: ['noise'] },
    definition: {
      de: 'Zufälliger Anteil $\\varepsilon$ der Daten, der sich aus den Eingaben $x$ nicht vorhersagen lässt. Das begrenzt, wie gut ein Modell werden kann; ein Modell, das auch das Rauschen nachbildet, zeigt Overfitting.',
      en: 'Random part $\\varepsilon$ of the data that cannot be predicted from the inputs $x$. It limits how good a model can become; a model that fits it as well overfits.',
    },
    formula: String.raw`y = f(x) + \varepsilon, \qquad \mathbb{E}[\varepsilon] = 0`,
    symbols: [
      { tex: 'y', meaning: { de: 'der beobachtete Zielwert', en: 'the observed target' } },
      { tex: 'f', meaning: { de: 'der gesuchte Zusammenhang', en: 'the relation sought' } },
    ],
    source: 'Bishop: Pattern Recognition and Machine Learning (2006), §3.1.1',
    seeAlso: ['overfitting', 'bias-variance-tradeoff', 'noise-injection', 'outlier'],
  },
];
