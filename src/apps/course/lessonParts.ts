// What a lesson needs beside an open question, in one file: the page loads it while the first question is read.
export * from '../../view/lesson/parts';
export { laterPlace } from '../../playback/lesson/laterPlaces';
