// What the models plugin of src/build offers as a module.
declare module 'virtual:models' {
  /** What each room's model.md says, by the name of the room's folder; a kind of box has a room of its name. */
  const models: Readonly<Record<string, import('./roomModel').RoomModel>>;
  export default models;
}
