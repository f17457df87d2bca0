import type { BalancePart } from '../../../domain/balance/items.ts';
import { colorOf } from '../../ui/chart-drawing.ts';

/** The token of each part's colour. */
const tokens: Readonly<Record<BalancePart, string>> = {
  manage: '--accent',
  lead: '--warning',
  both: '--accent',
  none: '--ink-soft',
  untagged: '--line-strong',
};

/** The edge of each part, by which an empty one is seen too. */
export const inkOf = (on: HTMLElement, part: BalancePart): string => colorOf(on, tokens[part]);

/** In pixels of the page. */
const tileSize = 8;

/**
 * What each part is filled with: full, stripes, squares, dots, or nothing. The patterns leave the rest
 * open, so that they tell the parts apart where the desktop gives all of them one colour.
 */
export function fillOf(on: HTMLElement, part: BalancePart): string | CanvasPattern {
  const ink = inkOf(on, part);
  if (part === 'manage') return ink;
  if (part === 'untagged') return 'transparent';
  const tile = document.createElement('canvas');
  tile.width = tileSize;
  tile.height = tileSize;
  const brush = tile.getContext('2d');
  if (brush === null) return ink;
  brush.strokeStyle = ink;
  brush.fillStyle = ink;
  brush.lineWidth = 2;
  brush.beginPath();
  marks[part](brush);
  return brush.createPattern(tile, 'repeat') ?? ink;
}

const marks: Readonly<Record<'lead' | 'both' | 'none', (brush: CanvasRenderingContext2D) => void>> =
  {
    // Drawn past the edges, so that the stripes go on from tile to tile.
    lead: (brush) => {
      for (const from of [-tileSize, 0, tileSize]) {
        brush.moveTo(from, tileSize);
        brush.lineTo(from + tileSize, 0);
      }
      brush.stroke();
    },
    both: (brush) => {
      brush.moveTo(0, tileSize / 2);
      brush.lineTo(tileSize, tileSize / 2);
      brush.moveTo(tileSize / 2, 0);
      brush.lineTo(tileSize / 2, tileSize);
      brush.stroke();
    },
    none: (brush) => {
      brush.arc(tileSize / 2, tileSize / 2, 1.5, 0, 2 * Math.PI);
      brush.fill();
    },
  };
