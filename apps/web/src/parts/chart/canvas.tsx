import type { EChartsCoreOption } from 'echarts/core';
import { useEffect, useRef } from 'react';
import { init } from './echarts';

const wantsStillness = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;
const wantsContrast = () => window.matchMedia('(prefers-contrast: more)').matches;

export interface CanvasProps {
  readonly option: EChartsCoreOption;
  readonly height: number;
  /** What the chart shows, in a sentence; read out in place of the picture. */
  readonly label: string;
}

/** The drawing itself. It follows the size of its place, keeps still for those who ask for it, and adds textures where more contrast is asked for. */
export default function Canvas({ option, height, label }: CanvasProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof init>>(undefined);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const drawn = init(element, undefined, { renderer: 'svg' });
    chart.current = drawn;
    const observer = new ResizeObserver(() => {
      drawn.resize();
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      drawn.dispose();
    };
  }, []);
  useEffect(() => {
    chart.current?.setOption(
      {
        animation: !wantsStillness(),
        animationDuration: 300,
        textStyle: { fontFamily: 'inherit' },
        aria: { enabled: true, label: { description: label }, decal: { show: wantsContrast() } },
        ...option,
      },
      { notMerge: true },
    );
  }, [option, label]);
  return <div ref={place} role="img" aria-label={label} style={{ height, width: '100%' }} />;
}
