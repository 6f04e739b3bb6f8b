import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { useTranslation } from 'react-i18next';
import { localeOf } from '../../words/language.ts';

export interface Series {
  readonly name: string;
  readonly label: string;
  readonly color: string;
}

/** Bars side by side or one on another. A picture of the table beside it: hidden from screen readers, which read that. */
export default function Bars({
  data,
  series,
  stacked = false,
  euros = false,
  height = 260,
}: {
  data: Record<string, string | number>[];
  series: readonly Series[];
  stacked?: boolean;
  euros?: boolean;
  height?: number;
}) {
  const { i18n } = useTranslation();
  const format = new Intl.NumberFormat(
    localeOf(i18n.language),
    euros ? { style: 'currency', currency: 'EUR' } : { maximumFractionDigits: 0 },
  );
  return (
    <div aria-hidden>
      <BarChart
        h={height}
        data={data}
        dataKey="name"
        series={[...series]}
        type={stacked ? 'stacked' : 'default'}
        withLegend={series.length > 1}
        valueFormatter={(value) => format.format(value)}
        gridAxis="x"
        tickLine="none"
        barProps={{ isAnimationActive: false, maxBarSize: 48 }}
        barChartProps={{ accessibilityLayer: false }}
        yAxisProps={{ width: 64, allowDecimals: euros }}
      />
    </div>
  );
}
