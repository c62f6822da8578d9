// Neighbours in a lane whose copies differ, as one outline with steps: dozens of starts one soon after the other are no
// row of boxes.
import type { SegmentBox } from './timelineScene';

/** What one of the parts looks like, from what is behind all to what stands at the bottom. */
export type StepKind = 'rest' | 'pale' | 'hatched' | 'solid';

/** One outline, as the path of an SVG. */
export interface StepShape {
  readonly id: string;
  readonly kind: StepKind;
  readonly d: string;
}

/** Of a segment: on what part of the height each kind begins, and its own part. */
const PARTS: readonly (readonly [StepKind, (of: SegmentBox) => readonly [number, number]])[] = [
  ['rest', () => [0, 1]],
  ['pale', ({ share, down, coming }) => [share + down, coming]],
  ['hatched', ({ share, down }) => [share, down]],
  ['solid', ({ share }) => [0, share]],
];

/** The outlines of all segments of a lane in which copies differ, between `y` and `y + height`. */
export function stepsOf(segments: readonly SegmentBox[], y: number, height: number): StepShape[] {
  return PARTS.flatMap(([kind, partOf]) => {
    const runs: SegmentBox[][] = [];
    segments.forEach((segment, at) => {
      if (segment.state !== null || partOf(segment)[1] === 0) return;
      const run = runs.at(-1);
      if (run && run.at(-1) === segments[at - 1]) run.push(segment);
      else runs.push([segment]);
    });
    return runs.map((run) => {
      const edge = (of: SegmentBox, isTop: boolean) => {
        const [below, part] = partOf(of);
        return round(y + height * (1 - below - (isTop ? part : 0)));
      };
      const top = run.map((of) => `V${edge(of, true)}H${round(of.x + of.width)}`);
      const bottom = run.toReversed().map((of) => `V${edge(of, false)}H${round(of.x)}`);
      return {
        id: `${kind} ${run[0]!.id}`,
        kind,
        d: `M${round(run[0]!.x)} ${edge(run[0]!, true)}${[...top, ...bottom].join('')}z`,
      };
    });
  });
}

const round = (value: number) => Math.round(value * 10) / 10;
