import type { Language } from '../../shared/languages.ts';

/** Questions that everybody can answer in a word or two, to begin with. */
export const ICEBREAKERS: Record<Language, readonly string[]> = {
  en: [
    'Which sound do you hear where you are right now?',
    'What did you learn last week, from whom?',
    'Which place in your town would you show us first?',
    'What is on your table at this moment?',
    'Who would you have liked to bring along today?',
    'Which word of your language should everybody here know?',
  ],
  pt: [
    'Que som ouve neste momento, aí onde está?',
    'O que aprendeu na semana passada, e com quem?',
    'Que lugar da sua terra nos mostraria primeiro?',
    'O que tem agora em cima da mesa?',
    'Quem gostaria de ter trazido hoje consigo?',
    'Que palavra da sua língua deviam todos aqui conhecer?',
  ],
};
