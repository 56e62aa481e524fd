const MAX_SIDE = 2000
const CELL = 4
const MIN_CELLS = 21
const MAX_CELLS = 190

/** The picture as it is in its file, not as it is shown. Throws where it is another site's. */
export function drawImage(image: HTMLImageElement): string {
  const { naturalWidth, naturalHeight } = image
  if (!image.complete || naturalWidth === 0) return ''
  const scale = Math.min(1, MAX_SIDE / Math.max(naturalWidth, naturalHeight))
  const canvas = createCanvas(naturalWidth * scale, naturalHeight * scale)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL('image/png')
}

/** A drawing of shapes, with the colours that the page's styles give them. */
export async function drawVector(svg: Element): Promise<string> {
  const { width, height } = svg.getBoundingClientRect()
  const copy = svg.cloneNode(true)
  if (!(copy instanceof Element)) return ''
  const originals = [svg, ...svg.querySelectorAll('*')]
  const copies = [copy, ...copy.querySelectorAll('*')]
  for (const [index, original] of originals.entries()) {
    const { fill, stroke } = getComputedStyle(original)
    copies[index]?.setAttribute('fill', fill)
    copies[index]?.setAttribute('stroke', stroke)
  }
  const scale = Math.min(MAX_SIDE / Math.max(width, height), Math.max(1, 600 / width))
  copy.setAttribute('width', String(width * scale))
  copy.setAttribute('height', String(height * scale))
  if (!copy.hasAttribute('viewBox')) {
    copy.setAttribute('viewBox', `0 0 ${String(width)} ${String(height)}`)
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`
  await image.decode()
  return drawImage(image)
}

/** A table whose cells are the modules, as old scripts draw codes. */
export function drawTable(table: HTMLTableElement): string {
  const rows = [...table.rows].map((row) => [...row.cells])
  const size = rows.length
  const isSquare = rows.every((cells) => cells.length === size)
  if (!isSquare || size < MIN_CELLS || size > MAX_CELLS) return ''
  const canvas = createCanvas((size + 8) * CELL, (size + 8) * CELL)
  const context = canvas.getContext('2d')
  if (!context) return ''
  context.fillStyle = 'white'
  context.fillRect(0, 0, canvas.width, canvas.height)
  for (const [y, cells] of rows.entries()) {
    for (const [x, cell] of cells.entries()) {
      context.fillStyle = getComputedStyle(cell).backgroundColor
      context.fillRect((x + 4) * CELL, (y + 4) * CELL, CELL, CELL)
    }
  }
  return canvas.toDataURL('image/png')
}

function createCanvas(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width))
  canvas.height = Math.max(1, Math.round(height))
  return canvas
}
