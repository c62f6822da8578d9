// English figures.
import { createFormat } from '../format';

/** How English writes times, amounts and counts. */
export const format = createFormat('en');
