// Reading lesson.md: what a right page becomes, and every way in which a wrong one is refused.
import { describe, expect, it } from 'vitest';
import { LessonProblem } from '../../../src/build/lessons/problem';
import { readPage } from '../../../src/build/lessons/page';
import { samplePage } from './samplePage';

const folder = { path: 'lessons/03-one-box-stops', number: 3, slug: 'one-box-stops' };
const read = (text: string) => readPage(text, folder, 'lesson.md');
const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');

/** The sample with one line replaced (or removed, with null). */
function withLine(line: number, text: string | null): string {
  return samplePage
    .flatMap((old, index) => (index === line - 1 ? (text === null ? [] : [text]) : [old]))
    .join('\n');
}

function problemOf(text: string): LessonProblem {
  try {
    read(text);
  } catch (error) {
    if (error instanceof LessonProblem) return error;
    throw error;
  }
  throw new Error('the page was accepted');
}

describe('a right page', () => {
  const { page, references } = read(samplePage.join('\n'));

  it('has its front matter, number and slug', () => {
    expect(page).toMatchObject({ number: 3, slug: 'one-box-stops' });
    expect(page.meta).toMatchObject({ unit: 3, teacher: null });
    expect(page.recall).toMatchObject({ from: 'works-on-my-machine' });
  });

  it('outlines a box at the recall where one is named, and points at it', () => {
    expect(page.recall?.outline).toBeNull();
    const lines = samplePage.map((line, index) =>
      index === 9 ? line.replace('from=', 'outline="kernel/a" from=') : line,
    );
    const outlining = read(lines.join('\n'));
    expect(outlining.page.recall?.outline).toBe('kernel/a');
    expect(outlining.references).toContainEqual({ kind: 'box', id: 'kernel/a', line: 10, world: 'small' });
  });

  it('has its steps with slug, stage and parts in order', () => {
    expect(page.steps.map(({ slug, stage, further }) => ({ slug, stage, further }))).toEqual([
      { slug: 'one-program', stage: { type: 'world', world: 'small' }, further: false },
      { slug: 'more-of-it', stage: { type: 'continue' }, further: true },
    ]);
    expect(page.steps[0]?.parts.map((part) => part.type)).toEqual([
      'text',
      'prediction',
      'task',
      'text',
      'text',
      'moment',
    ]);
  });

  it('keeps an answer apart from its explanation, and no mark of the right one', () => {
    const part = page.steps[0]?.parts[1];
    expect(part).toEqual({
      type: 'prediction',
      prediction: {
        id: 'kill',
        question: [{ type: 'text', text: 'You kill one. How many stop?' }],
        options: [
          {
            id: 'one',
            label: [{ type: 'text', text: '1' }],
            explanation: [{ type: 'text', text: ' Nothing stands on it.' }],
            misconception: null,
          },
          {
            id: 'two',
            label: [{ type: 'text', text: '2' }],
            explanation: [{ type: 'text', text: ' They share a kernel, not a process.' }],
            misconception: 'M3',
          },
        ],
      },
    });
  });

  it('reads inline parts as data', () => {
    const part = page.steps[0]?.parts[0];
    expect(part).toEqual({
      type: 'text',
      block: {
        type: 'paragraph',
        children: [
          { type: 'text', text: 'Two copies of ' },
          { type: 'emphasis', children: [{ type: 'text', text: 'cart' }] },
          { type: 'text', text: ' run on ' },
          { type: 'box', id: 'host/one', text: 'Host 1' },
          { type: 'text', text: ' with Linux 6.12.' },
        ],
      },
    });
  });

  it('notes what it points at, with line and world', () => {
    expect(references).toContainEqual({ kind: 'box', id: 'host/one', line: 16, world: 'small' });
    expect(references).toContainEqual({ kind: 'prediction', id: 'kill', line: 17, options: ['one', 'two'] });
    expect(references).toContainEqual({ kind: 'command', id: 'kill-process', line: 20, step: 'one-program' });
    expect(references).toContainEqual({ kind: 'figure', id: 'stopped', line: 26 });
  });
});

/** What is broken, in which line, by which text; where it is reported and how. */
const mistakes: readonly (readonly [string, number, string | null, number, RegExp])[] = [
  ['no front matter', 1, 'Hello.', 1, /no front matter/],
  ['YAML that is none', 3, 'question: what: stops', 3, /not YAML/],
  ['a missing title', 2, null, 2, /no "title".*Add "title:"/],
  ['a missing question', 3, null, 2, /no "question"/],
  ['a missing unit', 4, null, 2, /no "unit"/],
  ['missing minutes', 5, null, 2, /no "minutes"/],
  ['missing boxes', 6, null, 2, /no "boxes"/],
  ['missing recalls', 7, null, 2, /no "recalls"/],
  ['an unknown field', 5, 'minutes: 6\ncolour: red', 6, /unknown field "colour".*Remove it/],
  ['a unit that is no number', 4, 'unit: three', 4, /"unit".*"three"/],
  ['minutes out of range', 5, 'minutes: 0', 5, /"minutes"/],
  ['no boxes at all', 6, 'boxes: []', 6, /"boxes"/],
  ['a literal without a source', 8, 'literals: [{ text: "9" }]', 8, /no "literals.0.source"/],
  ['digits in the title', 2, 'title: 6 boxes stop', 1, /figure "6" stands in prose/],
  [
    'a recall from another lesson',
    10,
    samplePage[9].replace('from="works', 'from="does'),
    10,
    /Name the same lesson/,
  ],
  [
    'a recall with a word nobody knows',
    10,
    samplePage[9].replace('from=', 'outlined="x" from='),
    10,
    /recall does not know "outlined"/,
  ],
  ['a recall without a world', 10, '::recall[Which?]{id="a" from="works-on-my-machine"}', 10, /no "world"/],
  ['text before the first step', 13, '\nHello.', 14, /outside every step/],
  ['a third-level heading', 14, '### One program', 14, /outside every step/],
  ['digits in a heading', 14, '## 1 program', 14, /figure "1"/],
  ['a step without a world', 15, null, 14, /The step has no world. Write ::stage/],
  ['a stage with a world and continue', 15, '::stage{world="small" continue}', 15, /a world and continue/],
  ['an empty stage', 15, '::stage', 15, /or neither/],
  ['a first step that continues', 15, '::stage{continue}', 14, /first step continues nothing/],
  [
    'an unknown attribute',
    15,
    '::stage{world="small" colour="red"}',
    15,
    /does not know "colour".*world, continue/,
  ],
  ['an unknown directive', 16, '::picture{id="x"}', 16, /::picture is unknown/],
  ['an unknown directive in a line', 16, 'At :noon it stops.', 16, /no directive :noon.*written \\:/],
  ['a container directive', 16, ':::note\nHello\n:::', 16, /A lesson has no containerDirective/],
  ['raw HTML as a block', 16, '<div>Hello</div>', 16, /Raw HTML: <div>/],
  ['raw HTML in a line', 16, 'Hello <b>you</b>.', 16, /Raw HTML: <b>/],
  ['a picture', 16, '![x](y.png)', 16, /A lesson has no image/],
  ['a link', 16, 'See [that](https://example.org).', 16, /A lesson has no link/],
  ['a line across the page', 16, '***', 16, /A lesson has no thematicBreak/],
  ['digits in prose', 16, 'It has 32 GiB.', 16, /figure "32" stands in prose.*:fig/],
  [
    'digits in a task',
    20,
    '::task[Kill 2 copies.]{check="killed" commands="kill-process"}',
    20,
    /figure "2"/,
  ],
  ['digits in an explanation', 28, '::explanation[It took 3 seconds.]', 28, /figure "3"/],
  ['digits in the explanation of an option', 18, '- :option[1]{id="one"} Only 1 stands.', 18, /figure "1"/],
  ['digits in a question', 17, '::prediction[You kill 1. How many stop?]{id="kill"}', 17, /figure "1"/],
  ['a figure without a name', 22, 'You saw :fig stop.', 22, /:fig needs plain text/],
  ['a box without an id', 16, 'Look at :box[Host 1].', 16, /box has no "id"/],
  ['a prediction without an id', 17, '::prediction[You kill one. How many stop?]', 17, /no "id"/],
  ['a prediction without a question', 17, '::prediction{id="kill"}', 17, /has no question/],
  ['a prediction without options', 18, 'Think.\n', 17, /has no options/],
  ['one option only', 19, null, 17, /has 1 options. Write 2 to 5/],
  ['an option that is none', 19, '- 2', 19, /does not begin with :option/],
  ['an option without an id', 19, '- :option[2] They share.', 19, /option has no "id"/],
  ['an option without an answer', 19, '- :option[]{id="two"} They share.', 19, /has no answer/],
  ['an option without an explanation', 19, '- :option[2]{id="two"}', 19, /"two" has no explanation/],
  ['an option that explains too much', 19, `- :option[2]{id="two"} ${words(61)}`, 19, /61 words, at most 60/],
  [
    'an option with an unknown belief',
    19,
    '- :option[2]{id="two" meets="B3"} No.',
    19,
    /"B3" is not a misconception/,
  ],
  ['two options of one id', 19, '- :option[2]{id="one"} No.', 17, /two options "one"/],
  ['a task without a check', 20, '::task[Kill it.]{commands="kill-process"}', 20, /task has no "check"/],
  [
    'a task that settles what nobody asked',
    20,
    '::task[Kill it.]{check="killed" commands="kill-process" settles="other"}',
    20,
    /No prediction above it is "other"/,
  ],
  ['a task without text', 20, '::task{check="killed" commands="kill-process"}', 20, /::task is empty/],
  ['a step with nothing to do', 33, 'Look.', 30, /nothing to do/],
  ['a prediction with no run after it', 20, null, 14, /Nothing is run after the prediction "kill"/],
  ['a step without an explanation', 34, null, 30, /"More of it" has no explanation/],
  ['an explanation of sixty-one words', 28, `::explanation[${words(61)}]`, 28, /61 words, at most 60/],
  ['too much text before the first thing to do', 16, `${words(31)}\n\n${words(30)}`, 16, /61 words/],
  ['too much text after the run', 22, words(61), 22, /61 words/],
  ['an empty hint', 21, '::hint', 21, /::hint is empty/],
  ['something after the explanation', 29, 'One more thing.\n', 29, /outside every step/],
  ['two steps of one name', 30, '## One program', 30, /Two steps are called/],
  ['a core step that continues an optional one', 35, coreStepAfterFurther(), 36, /continues an optional one/],
  ['a transfer without a world', 36, '::transfer[What stops?]{id="host"}', 36, /no "world"/],
  ['something after the transfer', 38, `${samplePage[37]}\n\nThe end.`, 40, /outside every step/],
];

function coreStepAfterFurther(): string {
  return '\n## And on\n::stage{continue}\n::task[Go.]{check="killed"}\n::explanation[Gone.]\n';
}

describe('a wrong page is refused with file, line and what to do', () => {
  it.each(mistakes)('%s', (_name, line, text, reportedAt, message) => {
    const problem = problemOf(withLine(line, text));
    expect(problem.message).toMatch(message);
    expect(problem.message).toMatch(new RegExp(`^lesson\\.md:${reportedAt}: .+\\. .+\\.$`, 's'));
    expect(problem).toMatchObject({ file: 'lesson.md', line: reportedAt });
  });

  it('a recall that the front matter names and nobody asks', () => {
    const text = [...samplePage.slice(0, 9), ...samplePage.slice(12)].join('\n');
    expect(problemOf(text).message).toMatch(/^lesson\.md:1: .*but nothing is asked\. Add a ::recall/);
  });

  it('a page without steps', () => {
    expect(problemOf(samplePage.slice(0, 12).join('\n')).message).toMatch(
      /^lesson\.md:1: The page has no steps/,
    );
  });

  it('accepts sixty words', () => {
    expect(() => read(withLine(28, `::explanation[${words(60)}]`))).not.toThrow();
  });
});
