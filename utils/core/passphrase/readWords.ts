/** The words of a list that stands in a text file, one a line. */
export function readWords(list: string): string[] {
  return list.split('\n').filter((word) => word !== '')
}
