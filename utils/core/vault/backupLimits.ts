// Apart from the format: pages that only look at a file's size need nothing that reads it.

/** A vault with 20 000 accounts makes a backup of a third of this. */
export const MAX_BACKUP_CHARACTERS = 20 * 1024 * 1024
