/**
 * A small key-value store in IndexedDB: another storage engine than `storage.local`, so that one
 * failing does not take the other with it. Writes are flushed to the disk before they count.
 */
export interface Database {
  get(key: string): Promise<unknown>
  set(key: string, value: unknown): Promise<void>
  remove(key: string): Promise<void>
  keys(): Promise<readonly string[]>
}

const STORE = 'values'

export function openDatabase(name: string): Database {
  return {
    get: (key) => withStore(name, 'readonly', (store) => store.get(key)),
    set: async (key, value) => {
      await withStore(name, 'readwrite', (store) => store.put(value, key))
    },
    remove: async (key) => {
      await withStore(name, 'readwrite', (store) => store.delete(key))
    },
    keys: async () => {
      const keys = await withStore(name, 'readonly', (store) => store.getAllKeys())
      return keys.filter((key) => typeof key === 'string')
    },
  }
}

async function withStore<T>(
  name: string,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open(name)
  try {
    const transaction = database.transaction(STORE, mode, { durability: 'strict' })
    const request = work(transaction.objectStore(STORE))
    await finished(transaction)
    return request.result
  } finally {
    database.close()
  }
}

function open(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1)
    request.onupgradeneeded = () => {
      request.result.createObjectStore(STORE)
    }
    request.onsuccess = () => {
      resolve(request.result)
    }
    request.onerror = () => {
      reject(request.error ?? new Error('database did not open'))
    }
  })
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => {
      resolve()
    }
    transaction.onabort = () => {
      reject(transaction.error ?? new Error('transaction was aborted'))
    }
  })
}
