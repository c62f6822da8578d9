// What is drawn of a lesson's moments on paper: one picture where nothing drawn has changed, with all their sentences.
import type { HandoutStill } from '../../playback/lesson/handout';
import { stillProps } from '../../view/share/stillProps';
import { sceneInWords, stageWords } from '../../words';
import { allNeeds, type Needing } from '../../words/needs';

/** As wide as the words need to be read on paper, and low: several fit on a page. */
const SIZE = { width: 860, height: 344, boxes: 344 };

/** A picture, and what stands over and under it. */
export interface PaperPicture {
  readonly captions: readonly string[];
  readonly drawn: ReturnType<typeof stillProps>;
  readonly needs: readonly Needing[];
}

function pictureOf({ sentence, view, facts, blasts }: HandoutStill, start: string): PaperPicture {
  const description = sceneInWords(view, blasts);
  return {
    captions: [sentence ?? start],
    drawn: stillProps({
      view,
      facts,
      blasts,
      hideOutcome: false,
      words: stageWords,
      description,
      size: SIZE,
    }),
    // Beside the answers alone: before a question it would tell what is asked.
    needs: sentence === null ? [] : allNeeds(view),
  };
}

/** Everything that can be seen of a picture, as text. */
function seenIn({ drawn: { picture, disks }, needs }: PaperPicture): string {
  const { scene, outlines, bars, description } = picture;
  return JSON.stringify([scene, outlines, bars, description, disks, needs]);
}

/** The pictures of these instants in their order; `start` is the sentence over the beginning of a world. */
export function paperPictures(stills: readonly HandoutStill[], start: string): readonly PaperPicture[] {
  const pictures: PaperPicture[] = [];
  for (const still of stills) {
    const next = pictureOf(still, start);
    const last = pictures.at(-1);
    if (last !== undefined && seenIn(last) === seenIn(next))
      pictures.splice(-1, 1, { ...next, captions: [...last.captions, ...next.captions] });
    else pictures.push(next);
  }
  return pictures;
}
