export const MAX_FILES = 2000

/** The files that were dropped, also those inside folders. */
export async function collectDropped(data: DataTransfer): Promise<readonly File[]> {
  // The list is emptied as soon as the event is over, so the entries are taken out first.
  const entries = [...data.items].map((item) => item.webkitGetAsEntry())
  const loose = [...data.files]
  if (!entries.some((entry) => entry?.isDirectory)) return loose.slice(0, MAX_FILES)
  const files: File[] = []
  for (const entry of entries) if (entry) await collect(entry, files)
  return files
}

async function collect(entry: FileSystemEntry, files: File[]): Promise<void> {
  if (files.length >= MAX_FILES) return
  if (isFile(entry)) {
    files.push(await new Promise<File>((resolve, reject) => entry.file(resolve, reject)))
    return
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader() // it is one or the other
  // A folder is told in pieces, until there is nothing more.
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject)
    })
    if (part.length === 0) return
    for (const inner of part) await collect(inner, files)
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}
