// Layers that are as large as others beside them are told like those: all with their figure, or none.
import { centre, right } from '../rect';
import { textWidth } from '../text/measure';
import { PLAIN, type BesideWord } from './floorPlaces';

/** A floor that is told beside itself. */
interface Told {
  readonly texts: readonly string[];
  readonly bytes: number;
}

/** A shorter text in the place of a word, as near to its line as that place allows. */
function shortened(word: BesideWord, text: string): BesideWord {
  const width = textWidth(text, word.size, PLAIN);
  const x = Math.max(word.rect.x, Math.min(right(word.rect) - width, centre(word.leader) - width / 2));
  return { ...word, text, rect: { ...word.rect, x, width } };
}

/** The words of floors; where one has no room for its figure, those of its size are told without it. */
export function evenWords(
  silent: readonly Told[],
  words: readonly (BesideWord | null)[],
): readonly (BesideWord | null)[] {
  const isBare = ({ texts }: Told, at: number) => words[at]?.text === texts.at(-1);
  const bare = new Set(silent.filter(isBare).map(({ bytes }) => bytes));
  return words.map((word, at) => {
    const { bytes, texts } = silent[at]!;
    return word === null || bytes === 0 || !bare.has(bytes) ? word : shortened(word, texts.at(-1)!);
  });
}
