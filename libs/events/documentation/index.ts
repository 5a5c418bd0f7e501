export { noteWritten, type NoteWritten } from './note-written.v1';
