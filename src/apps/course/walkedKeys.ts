// Keys that walk a picture, its words or a list, and are handled there. The help on `?` tells them, nothing else reads them.
import { walkKeys } from '../../layout/stage/walk';
import { treeKeys } from '../../view/words/treeKeys';

/** While a box of the picture has the focus: these walk, select and let go, and are handled there. */
export const boxKeys: readonly string[] = [...walkKeys, 'Enter', 'Space', 'Escape'];

/** While a row of the words has the focus: these walk, select and let go; letters look for a name. */
export const rowKeys: readonly string[] = [...treeKeys, 'Enter', 'Space', 'Escape'];

/** While a list under the picture has the focus: these mark a value, set it, and take the mark back. */
export const listKeys: readonly string[] = ['ArrowUp', 'ArrowDown', 'Enter', 'Escape'];
