// All that can be said of a run, for every test: see `runsFor` of src/playback/engine.ts.
import { learnImages } from '../src/words/images';

learnImages();
