// The form of what answers a case.
import type { Fields } from './format';

/** A kind of case: the input fields it knows (any other is refused) and the answer of the model. */
export interface Kind {
  readonly knows: readonly string[];
  answer(input: Fields, expected: Fields): Fields;
}
