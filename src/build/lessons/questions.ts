// A prediction (or recall, or transfer): the directive with its question, and the list of options below it.
import type { Paragraph, RootContent } from 'mdast';
import type { LeafDirective } from 'mdast-util-directive';
import type { Option, Prediction } from '../../lesson/format';
import { readAttributes } from './attributes';
import { paragraphsOf } from './blocks';
import { readLine, type Reading } from './lines';
import { countWords, refuseLong } from './prose';

const FEWEST_OPTIONS = 2;
const MOST_OPTIONS = 5;
const MISCONCEPTION = /^M\d{1,2}$/;

function readOption(paragraph: Paragraph, reading: Reading): Option {
  const { refuse } = reading;
  const line = paragraph.position?.start.line ?? 1;
  const [first, ...rest] = paragraph.children;
  if (first?.type !== 'textDirective' || first.name !== 'option')
    return refuse(
      line,
      'An option does not begin with :option',
      'Write - :option[Answer.]{id="..."} Explanation.',
    );
  const { id, meets } = readAttributes(first, { id: 'required', meets: 'optional' }, refuse);
  if (meets !== null && !MISCONCEPTION.test(meets))
    refuse(line, `"${meets}" is not a misconception`, 'Write the number of the table, such as meets="M3"');
  const label = readLine(first.children, 'allowed', reading);
  const explanation = readLine(rest, 'refused', reading);
  if (countWords(label) === 0) refuse(line, `The option "${id}" has no answer`, 'Write it in the brackets');
  if (countWords(explanation) === 0)
    refuse(
      line,
      `The option "${id}" has no explanation`,
      'Write behind the brackets why it looks right and what the run says',
    );
  refuseLong(countWords(explanation), line, `The explanation of "${id}"`, refuse);
  return { id, label, explanation, misconception: meets };
}

/** Reads question and options; `id` names the prediction in checks.ts. Refuses what is missing or double. */
export function readPrediction(
  node: LeafDirective,
  next: RootContent | undefined,
  id: string,
  reading: Reading,
): Prediction {
  const { refuse } = reading;
  const line = node.position?.start.line ?? 1;
  const question = readLine(node.children, 'refused', reading);
  if (countWords(question) === 0)
    refuse(line, `The ${node.name} "${id}" has no question`, `Write it in the brackets: ::${node.name}[...]`);
  refuseLong(countWords(question), line, `The question "${id}"`, refuse);
  if (next?.type !== 'list')
    return refuse(
      line,
      `The ${node.name} "${id}" has no options`,
      'Write a list of :option[...] right below it',
    );
  const options = paragraphsOf(next, reading).map((item) => readOption(item, reading));
  if (options.length < FEWEST_OPTIONS || options.length > MOST_OPTIONS)
    refuse(line, `"${id}" has ${options.length} options`, `Write ${FEWEST_OPTIONS} to ${MOST_OPTIONS}`);
  const ids = options.map((option) => option.id);
  const double = ids.find((option, index) => ids.indexOf(option) !== index);
  if (double !== undefined) refuse(line, `"${id}" has two options "${double}"`, 'Rename one of them');
  reading.refer({ kind: 'prediction', id, line, options: ids });
  return { id, question, options };
}
