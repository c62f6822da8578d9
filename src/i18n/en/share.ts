// Words of links, pictures and files: what can be shared, and what is wrong with what was opened.
import { format } from './format';

const NEWER = 'Load the page again to get the newest version.';

/** Messages of the share dialog, of notices about links, and of progress files. */
export const enSharing = {
  title: 'Share what you see',
  link: {
    title: 'Link',
    hint: 'It opens this stage at this instant, with what was done and the selected box.',
    field: 'Link to this instant',
    copy: 'Copy the link',
    tooLong:
      'So much was done here that it does not fit into a link, so the address of this page does not bring it back either. Save the run as a file.',
    tooMuch:
      'This run is too long to be played again from a link or a file, so the address of this page does not bring it back either. Go back to an earlier instant and take back what was done after it, or start again. Then share that.',
  },
  /** The link once more, for a camera. */
  code: {
    show: 'QR code',
    label: 'QR code of the link',
    save: 'Save the QR code as SVG',
    tooLong: 'So much was done here that no phone can read the link as a QR code. Share a shorter run.',
  },
  picture: {
    title: 'Picture',
    hint: 'The stage as it is now. The SVG also holds a title and a list of everything on the stage, for screen readers.',
    copy: 'Copy as PNG',
    png: 'Save as PNG',
    svg: 'Save as SVG',
  },
  slide: {
    title: 'Slide',
    hint: 'A few lines of HTML that put this run into a deck or a web page. Save the picture as SVG in the same folder: the slide shows it where there is no network. Without the picture it shows a link.',
    copy: 'Copy for a slide',
    /** Within the lines themselves. */
    note: 'Save the picture of the same dialog as blast-radius.svg beside this page.',
    still: 'Open this run in Blast Radius',
  },
  file: {
    title: 'File',
    hint: 'The same as the link, also where much more was done than a link has room for.',
    copy: 'Copy as text',
    save: 'Save the file',
    open: 'Open a file',
  },
  done: { copied: 'Copied.', saved: 'Saved.', opened: 'Opened.' },
  refused: 'The browser did not allow it. The text is selected: copy it with your keyboard.',
  failed: 'The browser did not allow it. Save the picture as SVG instead.',
  noLink: 'The link and the file could not be made. Close this and try it again.',
  unreadable: 'This file could not be opened. Choose it again, or load the page again.',
  text: 'Text to copy',
  /** Behind each of the problems. */
  nothingLost: 'Nothing was opened: what is on the page stays as it is.',
  notices: {
    held: 'The link holds a run that could answer the question. You can open it once your answer is locked.',
    ready: 'The run of the link can be seen now.',
    open: 'Show it',
    later: 'The link is of a later part of this lesson. Open it again when you are there.',
    older:
      'This run was made with an older version of the model and is played with the newer one: it may come out differently.',
  },
  /** By the problem's code; `data` is what it carries. */
  problems: {
    'too-long': ({ most }) =>
      `This link is too long: at most ${format.number(Number(most))} characters can be read. Ask for the run as a file.`,
    strange: () => `The part of the address behind "s=" is not one of our links. Copy the whole link again.`,
    cut: () => `The end of this link is missing. Copy the whole link again.`,
    altered: () =>
      `This link was changed on its way and cannot be read. Copy it again from where it was made.`,
    bomb: () => `This link unpacks to far more than any run needs.`,
    'too-large': ({ most }) =>
      `This file is too large: at most ${format.number(Number(most))} characters can be read. Choose another one.`,
    'not-json': () => `This is not a file of Blast Radius. Choose one that was saved here.`,
    'is-progress': () => `This file holds progress, not a run. Open it under the list of units.`,
    newer: () => `This run was made with a newer version of the course. ${NEWER}`,
    malformed: ({ where }) =>
      `This is not as a run is written${where === '' ? '' : `; look at "${String(where)}"`}. Share the run again from where it was made.`,
    'too-many-boxes': ({ most }) =>
      `This holds too many boxes: ${format.number(Number(most))} are the most. Make the world smaller.`,
    'too-many-commands': ({ most }) =>
      `This holds too many commands: ${format.number(Number(most))} are the most. Share a shorter run.`,
    'too-late': ({ most }) =>
      `This asks for an instant too far on: ${format.duration(Number(most))} are the most. Share an earlier one.`,
    'too-much': () => `Too much happens in this run to play it here. Share a shorter one.`,
    'unknown-lesson': ({ lesson }) =>
      `This belongs to the lesson "${String(lesson)}", which is not here. Open it where it was made.`,
    'unknown-world': ({ lesson, world }) =>
      `The lesson "${String(lesson)}" has no world "${String(world)}". Open it where it was made.`,
    'other-lesson': ({ lesson }) =>
      `${lesson === '' ? 'This belongs to no lesson' : `This belongs to the lesson "${String(lesson)}"`}. Open it on the first page.`,
    'impossible-world': ({ message }) => `The world in it cannot be: ${String(message)}`,
    refused: ({ at, label, why }) =>
      `This run cannot be played here: at ${format.clock(Number(at))} "${String(label)}" is not possible. ${typeof why === 'string' ? `${why} ` : ''}Share the run again from where it was made.`,
  } satisfies Record<string, (data: Readonly<Record<string, unknown>>) => string> as Readonly<
    Record<string, (data: Readonly<Record<string, unknown>>) => string>
  >,
  progress: {
    title: 'Your progress as a file',
    hint: 'Take it to another browser or computer. Opening a file adds to what is kept here and takes nothing away.',
    /** By why the progress is not kept. */
    notKept: {
      blocked:
        'This browser does not let this page keep anything: your progress lasts until you close the page. You can save it as a file.',
      full: 'This browser has no room left to keep your progress: it lasts until you close the page. You can save it as a file.',
      foreign:
        'What this browser keeps here is not from this course, or from a newer version of it. It is left as it is: your progress lasts until you close the page. You can save it as a file.',
    },
    save: 'Save my progress',
    open: 'Open a progress file',
    added: (lessons: number) =>
      `${format.counted(lessons, { one: 'lesson', other: 'lessons' })} read from the file and added to your progress.`,
    problems: {
      'too-long':
        'This file is too large for progress. Choose one that was saved here. Your progress is as it was.',
      'not-json': 'This is not a progress file. Choose one that was saved here. Your progress is as it was.',
      'other-version': `This file was saved by a newer version of the course. ${NEWER} Your progress is as it was.`,
      malformed:
        'This is not a progress file, or it was changed. Choose another one. Your progress is as it was.',
      'too-full': 'Together with yours this would be more than can be kept. Your progress is as it was.',
    },
  },
};

/** What a language has to say about sharing. */
export type SharingWords = typeof enSharing;
