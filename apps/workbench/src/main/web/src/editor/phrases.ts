// What the panels of the editor say, in the language of the page; in English they say it themselves.
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { lang } from '../address';

const NL: Record<string, string> = {
  Find: 'Zoeken',
  Replace: 'Vervangen door',
  next: 'volgende',
  previous: 'vorige',
  all: 'alle',
  'match case': 'hoofdlettergevoelig',
  regexp: 'reguliere expressie',
  'by word': 'hele woorden',
  replace: 'vervangen',
  'replace all': 'alle vervangen',
  close: 'sluiten',
  'current match': 'gevonden',
  'on line': 'op regel',
  'replaced match on line $': 'vervangen op regel $',
  'replaced $ matches': '$ keer vervangen',
  'Go to line': 'Naar regel',
  go: 'gaan',
  Diagnostics: 'Problemen',
  'No diagnostics': 'Geen problemen',
  Completions: 'Aanvullingen',
  'Control character': 'Stuurteken',
  'Selection deleted': 'Selectie verwijderd',
  'Fold line': 'Inklappen',
  'Unfold line': 'Uitklappen',
  'Folded lines': 'Ingeklapte regels',
  'Unfolded lines': 'Uitgeklapte regels',
  'folded code': 'ingeklapt',
  unfold: 'uitklappen',
  to: 'tot',
  '$ unchanged lines': '$ ongewijzigde regels',
  'Revert this chunk': 'Deze plaats overnemen',
};

const spoken = new Compartment();
const now = (): Extension => EditorState.phrases.of(lang.value === 'nl' ? NL : {});

/** The words of an editor that is begun now. */
export const phrases = (): Extension => spoken.of(now());

/** What lets an editor speak as the page does by now. */
export const respeak = () => spoken.reconfigure(now());
