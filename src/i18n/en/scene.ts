// What stands beside the picture of the scene before it is told as an outline; that is `outline.ts`.

/** Words of the picture as a whole. */
export const scene = {
  /** The list that shows all this beside the picture. */
  title: 'In words',
  /** Over a picture that is higher than its room. */
  more: 'More below: scroll',
  pictureHint:
    'Up: what stands on it. Down: what it stands on. Left and right: its neighbours. Enter selects it.',
};
