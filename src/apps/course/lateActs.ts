// What can be shipped, repaired, built and done with images, files and other boxes, in one file: many lessons have none of
// that.
export { arguedActs } from './argued';
export { actsElsewhere } from './buildActs';
export { shippingTo } from './shipping';
