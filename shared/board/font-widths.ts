/**
 * Advance widths of Rubik (weight 400) in thousandths of an em, two base-36 digits a character,
 * by ranges that begin at the given code point. Read off the font with fontkit. They let the
 * server, the canvas and the report break a text into the same lines without a browser.
 */
export const FONT_WIDTHS: readonly (readonly [start: number, widths: string])[] = [
  [0x20, '6t6taejdh6l5ja629f9fceha6xdg70dehnbwgbgph9gigre9hogh747jdofudnern4imikiij5gug8ixju7lhmgpfnm2jbithuiti7hag3jhi7m9hlhzgo92dd92c0ks9dfcgjfcgjfkapglgx6q72ec6ropgufygkgkake6avgqfemaezfce5a86ha8fk'],
  [0xa0, '6t6lfkitgdh56mftb5mya4gwg2gomyb4asfk9h9h9dgves968p769zgwlklinwelimimimimimimq0iigugugugu7l7l7l7ljfjbitititititfjitjhjhjhjhhzhzgdfcfcfcfcfcfcorfcfkfkfkfk6q6q6q6qfrgufyfyfyfyfyfgfygqgqgqgqfcgkfcimfcimfcimfciifciifciifciifcj5hcjegjgufkgufkgufkguflgufkixglixglixglixgljugxjugx7l6q7l6q7l6q80777l6qhidshm8lgpecedfn6rfn6rfn7sfv92fv7ojbgujbgujbgugujbguitfyitfyitfypjq1i7aki7aki7akhae6hae6hae6hae6gogog3avgdb2jhgqjhgqjhgqjhgqjhgqjhgqm9mahzfchzgoe5goe5goe586'],
  [0x218, 'hae6g3av'],
  [0x5d0, 'gcf5cefhh76vazh9hj6ifpfiekh4hb6ubbhpg2fyftduetheezjsic'],
  [0x2010, 'gogogofyl8gogogo6j6c6xgoazasbdgobwgoamgogogoh5'],
];
