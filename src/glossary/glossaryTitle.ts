import type { Localized } from '../experiments/kit/localized';

/** What the glossary that ships is called. Plain text. */
export const shippedGlossaryTitle: Localized = {
  de: 'Glossar von Lecture Lab',
  en: 'Lecture Lab’s glossary',
};
