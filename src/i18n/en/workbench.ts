// The words of the workbench, a page for those who develop the course.

/** Words around the fixtures; fixtures are named by their addresses. */
export const workbench = {
  title: 'Workbench',
  fixtures: 'Fixtures',
  theme: 'Theme',
  width: 'Width',
  full: 'full',
  pixels: (width: number) => `${width} px`,
  unknown: (path: string) => `There is no fixture "${path}".`,
  waits: 'The world is being built.',
};
