// Figures in the example deck: written `:fig[id]` as in a lesson, read from the run of the lesson's solution.
import { format } from '../../i18n';
import type { Figure } from '../../lesson/format';

/** Figures by their ids. */
export type Figures = Readonly<Record<string, Figure>>;

/** The text with every `:fig[id]` as the run has it. Throws when the lesson has no such figure. */
export function withFigures(text: string, figures: Figures): string {
  return text.replaceAll(/:fig\[([^\]]*)\]/g, (_, id: string) => {
    const figure = figures[id] ?? null;
    if (figure === null) throw new Error(`deck.html: the lesson's solution shows no figure "${id}"`);
    if (typeof figure === 'string') return figure;
    return typeof figure === 'number' ? format.number(figure) : format.duration(figure.micros);
  });
}
