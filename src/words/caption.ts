// The one caption of a projector: what just happened and what comes next, in at most 90 characters.
import { format } from '../i18n';
import { projectorWords } from '../i18n/projector';
import type { WorldView } from '../sim/engine/view';
import { copiesOn } from './serving';

/** More cannot be read from the back row while somebody speaks. */
export const LONGEST_CAPTION = 90;

/** Figures of more hosts than this, without their names, say nothing to anybody. */
const MOST_NAMED = 2;

/** The pieces of a caption; an empty one is left out. */
export interface CaptionPieces {
  readonly happened: string;
  /** How the copies are, from the longest way of saying it to the shortest. */
  readonly serving: readonly string[];
  readonly next: string;
}

/** How many copies serve on each host, in full and in short; empty where there are no copies. */
export function servingPhrases(view: WorldView): readonly string[] {
  const hosts = view.ofKind('host').flatMap((host) => {
    const { serving, all } = copiesOn(host, view);
    return all === 0 ? [] : [{ host: host.name, serving, all }];
  });
  if (hosts.length === 0) return [];
  const { serving, servingAll } = projectorWords.caption;
  const told = hosts.map((each) => ({
    ...{ host: each.host, serving: format.number(each.serving), all: format.number(each.all) },
  }));
  // Shorter: the one that is not whole. Figures without the name of a host would say nothing of whose they are.
  const lacking = told.filter((each) => each.serving !== each.all);
  const isShort = lacking.length === 1 && lacking.length < told.length;
  if (hosts.length <= MOST_NAMED) return isShort ? [serving(told), serving(lacking)] : [serving(told)];
  const up = hosts.reduce((sum, each) => sum + each.serving, 0);
  const all = hosts.reduce((sum, each) => sum + each.all, 0);
  return [serving(told), servingAll(format.number(up), format.number(all), up === 1)];
}

const joined = (...pieces: readonly string[]) => pieces.filter((piece) => piece !== '').join(' ');

/** The fullest caption that fits. What happened goes before what comes next, and both before figures. */
export function captionOf({ happened, serving, next }: CaptionPieces): string {
  const full = serving.map((phrase) => joined(happened, phrase, next));
  const fitting = [...full, joined(happened, next), happened].find((text) => text.length <= LONGEST_CAPTION);
  return fitting ?? `${happened.slice(0, LONGEST_CAPTION - 1).trimEnd()}…`;
}
