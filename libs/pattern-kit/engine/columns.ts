type Column =
  Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer> | Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Int16Array<ArrayBuffer>;

/** The same numbers in a column of twice the length. */
export function widened<Kind extends Column>(column: Kind): Kind {
  const wider = new (column.constructor as new (length: number) => Kind)(2 * column.length);
  wider.set(column);
  return wider;
}

/** Puts an entry into a list without leaving holes, so that reading from it stays quick whatever order the places come in. */
export function placeAt<Entry>(list: (Entry | undefined)[], place: number, entry: Entry | undefined): void {
  while (list.length <= place) list.push(undefined);
  list[place] = entry;
}
