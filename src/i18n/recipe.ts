// The door to the words about Dockerfiles. They come with a lesson that shows one.
import { enRecipe, type RecipeMessages } from './en/recipe';

/** What is said about Dockerfiles in the language that is shown. */
export const recipe: RecipeMessages = enRecipe;

export type { RecipeMessages };
