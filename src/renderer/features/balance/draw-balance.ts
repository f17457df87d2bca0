import { BarController, BarElement, CategoryScale, Chart, LinearScale } from 'chart.js';
import type { BalancePart } from '../../../domain/balance/items.ts';
import { colorOf, fontOf, type ChartDrawing } from '../../ui/chart-drawing.ts';
import { fillOf, inkOf } from './part-fills.ts';

/** What the chart shows: the bars' names, and how much of each bar every part is. */
export interface BalanceFigures {
  readonly bars: readonly string[];
  readonly parts: readonly {
    readonly part: BalancePart;
    readonly label: string;
    readonly counts: readonly number[];
  }[];
}

/**
 * Draws bars on a canvas, each stacked of its parts. It stands still.
 * @param onpick gets the place of a bar and the part of it that was clicked
 */
export function drawBalance(
  canvas: HTMLCanvasElement,
  onpick: (bar: number, part: BalancePart) => void,
): ChartDrawing<BalanceFigures> {
  Chart.register(BarController, BarElement, CategoryScale, LinearScale);
  let parts: BalanceFigures['parts'] = [];
  const chart = new Chart<'bar', number[]>(canvas, {
    type: 'bar',
    data: { labels: [], datasets: [] },
    options: {
      animation: false,
      maintainAspectRatio: false,
      events: ['click', 'mousemove'],
      onHover: (_event, found) => {
        canvas.style.cursor = found.length > 0 ? 'pointer' : 'default';
      },
      onClick: (_event, [found]) => {
        const picked = found === undefined ? undefined : parts[found.datasetIndex];
        if (found !== undefined && picked !== undefined) onpick(found.index, picked.part);
      },
    },
  });
  return {
    show: (figures) => {
      parts = figures.parts;
      chart.data = dataOf(figures, canvas);
      chart.options.scales = scalesOf(canvas);
      chart.update();
    },
    end: () => {
      chart.destroy();
    },
  };
}

const dataOf = ({ bars, parts }: BalanceFigures, canvas: HTMLCanvasElement) => ({
  labels: [...bars],
  datasets: parts.map(({ part, label, counts }) => ({
    ...{ label, data: [...counts], backgroundColor: fillOf(canvas, part) },
    ...{ borderColor: inkOf(canvas, part), borderWidth: 1, borderSkipped: false },
    maxBarThickness: 30,
  })),
});

function scalesOf(on: HTMLElement) {
  const ticks = { color: colorOf(on, '--ink-soft'), font: fontOf(on) };
  return {
    x: {
      stacked: true,
      grid: { display: false },
      border: { color: colorOf(on, '--line-strong') },
      // Names that almost touch read as one.
      ticks: { ...ticks, maxRotation: 0, autoSkipPadding: 12 },
    },
    y: {
      stacked: true,
      beginAtZero: true,
      suggestedMax: 4,
      grid: { color: colorOf(on, '--line') },
      border: { display: false },
      // Nothing comes up half.
      ticks: { ...ticks, precision: 0, maxTicksLimit: 6 },
    },
  };
}
