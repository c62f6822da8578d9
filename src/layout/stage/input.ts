// The types of the model that a stage is given, for the view, which knows the model through layout alone.
export type { Blast, Entity, EntityId, Fact, WorldView } from '../../sim';
