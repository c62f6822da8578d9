// A line of a lesson as plain text: in class nothing in it is pressed.
import { format } from '../../i18n';
import type { Figure, Line } from '../../lesson/format';
import type { ReadFigure } from '../../playback/lesson/panel';

function figureText(value: Figure): string {
  if (value === null) return '…';
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? format.number(value) : format.duration(value.micros);
}

/** The words of a line, its figures read from a run. */
export function plainLine(line: Line, read: ReadFigure): string {
  return line
    .map((part) => {
      if (part.type === 'figure') return figureText(read(part.id));
      return 'children' in part ? plainLine(part.children, read) : part.text;
    })
    .join('');
}
