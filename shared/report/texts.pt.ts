import { counting } from './plural.ts';
import type { ReportTexts } from './texts.en.ts';

const { count, unit } = counting('pt');

const nouns = {
  notes: { one: 'nota', other: 'notas' },
  sites: { one: 'local', other: 'locais' },
  people: { one: 'pessoa', other: 'pessoas' },
  approaches: { one: 'abordagem', other: 'abordagens' },
  drawings: { one: 'desenho', other: 'desenhos' },
};

/** Everything a report says of its own accord, in European Portuguese. */
export const pt: ReportTexts = {
  report: 'Relatório da oficina',
  untitled: 'Quadro sem título',
  savedOn: (moment) => `Estado do quadro em ${moment}`,
  savedBy: (name) => `guardado por ${name}`,
  snapshotTitle: (title) => `«${title}»`,
  workshop: 'Oficina',
  opened: (day) => `Quadro aberto em ${day}`,

  atAGlance: 'Em resumo',
  notes: (n) => count(n, nouns.notes),
  sites: (n) => count(n, nouns.sites),
  people: (n) => count(n, nouns.people),
  approaches: (n) => count(n, nouns.approaches),
  drawings: (n) => count(n, nouns.drawings),
  /** The nouns alone, below a large number. */
  units: {
    notes: (n) => unit(n, nouns.notes),
    people: (n) => unit(n, nouns.people),
    sites: (n) => unit(n, nouns.sites),
    approaches: (n) => unit(n, nouns.approaches),
  },
  notesByApproach: 'Notas por abordagem e coluna',
  approach: 'Abordagem',
  column: 'Coluna',
  group: 'Grupo',
  untitledGroup: 'Grupo sem nome',
  inNoGroup: 'Sem grupo',
  total: 'Total',
  outsideColumns: 'Fora das colunas',

  whoTookPart: 'Quem participou',
  noSite: 'Sem local indicado',
  nobodyYet: 'Ninguém tinha entrado quando o quadro foi guardado.',
  roles: { facilitator: 'Facilitação', participant: 'Participante', viewer: 'Leitura' },

  actions: 'Ações',
  actionsExplained: 'O que se combinou fazer, por quem e até quando.',
  action: 'Ação',
  what: 'O quê',
  owner: 'Quem',
  due: 'Até quando',
  state: 'Estado',
  toDo: 'Por fazer',
  done: 'Feita',
  noOwner: 'Ainda ninguém',
  noDue: 'Ainda sem data',
  by: (day) => `até ${day}`,
  comments: 'Comentários',
  reactionsTitle: 'Reações',
  reactions: {
    agree: 'Concordo',
    love: 'Adoro',
    idea: 'Boa ideia',
    question: 'Tenho uma pergunta',
    important: 'Importante',
    celebrate: 'É de festejar',
  },

  wholeBoard: 'O quadro inteiro',
  pictureCaption: 'O quadro tal como estava quando foi guardado. Mais abaixo, cada nota encontra-se por inteiro.',
  pictureTitle: (title) => `Imagem do quadro «${title}»`,
  pictureDescription: (approaches, notes) => `${approaches}, ${notes}. O relatório apresenta as mesmas notas em texto.`,

  useWhen: 'Quando usar',
  watchFor: 'A ter em conta',
  columns: {
    opportunities: 'Oportunidades',
    challenges: 'Desafios',
    obstacles: 'Obstáculos',
    ideas: 'Ideias',
    questions: 'Perguntas',
    steps: 'Próximos passos',
  },
  noNotes: 'Não há notas aqui.',
  emptyNote: 'Uma nota sem texto',
  noAuthor: 'Sem assinatura',
  prompts: 'Sugestões que aqui estavam',
  materials: 'Materiais de apoio',

  free: 'Noutros pontos do quadro',
  freeExplained: 'Notas que estavam fora das colunas.',
  aside: 'Postas de parte',
  asideExplained: 'Notas cuja coluna já não está no quadro.',
  formerlyIn: (column) => `estava em ${column}`,

  notInThisReport: 'O que não está neste relatório',
  unreadable: (n) =>
    `Não foi possível ler ${count(n, { one: 'registo', other: 'registos' })} do quadro quando foi guardado. O quadro conserva o que contêm.`,
  cut: (n, limit) =>
    `${count(n, { one: 'nota tem', other: 'notas têm' })} mais de ${limit} caracteres: aqui está só o início, até «…». O quadro conserva o texto inteiro.`,
  notDrawn: (n) => `Não foi possível mostrar ${count(n, nouns.drawings)} do quadro nesta imagem.`,
  drawingsOnlyInPicture: (drawings) => `${drawings} no quadro: só na imagem que o relatório em HTML contém.`,
  introduction: 'Introdução',
  conclusions: 'Conclusões',
  columnsCount: (n) => count(n, { one: 'coluna', other: 'colunas' }),
  leftOut: (parts, notes) => `Deixado de fora por quem facilita: ${parts}, com ${notes}. O instantâneo conserva tudo.`,
  leftOutNames: {
    sites: 'Os nomes das pessoas ficam de fora; os nomes dos locais constam.',
    none: 'Os nomes das pessoas e dos locais ficam de fora.',
  },
  nothingMissing: 'Todas as notas que estavam no quadro quando foi guardado constam deste relatório.',
  madeWith: 'Feito com Plenary',

  color: 'Papel',
  colors: { sun: 'Amarelo', peach: 'Laranja', rose: 'Rosa', leaf: 'Verde', sky: 'Azul', lilac: 'Violeta', stone: 'Cinzento' },
  table: {
    id: 'Id',
    where: 'Onde',
    text: 'Texto',
    author: 'Autoria',
    site: 'Local',
    created: 'Criada em',
    language: 'Idioma',
    order: 'Ordem na coluna',
    x: 'X',
    y: 'Y',
  },
  inColumn: 'Numa coluna',
};
