// The door of the inspector's words: answers as lines, the chain of causes, the words of charts.
export { chartNames, humanWords } from './chart';
export { deviceRows, stackRows } from './devices';
export { lookedRows } from './looked';
export { figureRows, settingRows } from './fields';
export { pickingRows, waitRows } from './picking';
export type { BoxRef, Row } from './row';
export { cpuRows, isStored, memoryRows } from './sharing';
export { crumbsOf, nowWords, standingRows } from './standing';
export { headName } from './stacked';
export { healthRows, toolRows } from './tools';
export { chainOf, lastFactAbout, ledTo, type Led, type Link, type Told } from './why';
