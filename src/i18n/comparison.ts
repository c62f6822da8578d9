// The door to the words of the list of runs and of the comparison. It stands apart, because most runs are looked at alone.
import { enComparison, type ComparisonMessages } from './en/comparison';

/** The words of the language that is shown. */
export const comparison: ComparisonMessages = enComparison;
