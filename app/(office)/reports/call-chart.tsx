"use client";

import { useId } from "react";
import {
  BarChart,
  Bar as BarShape,
  CartesianGrid,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { formatNumber } from "@/app/_format/format-number";
import type { Bar } from "./bars";
import { type Pattern, series } from "./series";

/**
 * Calls as bars, drawn against the hours that each was given. Recharts draws plain SVG, and styles by attributes alone:
 * it writes no style sheet, which the pages' policy would refuse. The arrow keys go from bar to bar. What it shows stands
 * beside it as a table.
 */
export function CallChart({ title, bars, locale }: { title: string; bars: Bar[]; locale: string }) {
  const chartId = useId().replace(/\W/g, "");
  const patternId = (pattern: Pattern) => `${pattern}-${chartId}`;
  return (
    <div className="h-64 w-full text-xs">
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 320, height: 256 }}>
        <BarChart
          data={bars}
          title={title}
          margin={{ top: 8, right: 4, bottom: 0, left: 0 }}
          barCategoryGap="20%"
          maxBarSize={48}
        >
          <defs>
            <pattern
              id={patternId("hatched")}
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="3" height="6" fill="var(--chart-missed)" />
            </pattern>
            <pattern id={patternId("dotted")} width="5" height="5" patternUnits="userSpaceOnUse">
              <circle cx="2.5" cy="2.5" r="1.6" fill="var(--chart-missed)" />
            </pattern>
          </defs>
          <CartesianGrid vertical={false} stroke="var(--separator)" />
          <XAxis
            dataKey="label"
            tickLine={false}
            stroke="var(--muted)"
            tick={{ fill: "var(--muted)" }}
            minTickGap={4}
          />
          <YAxis
            allowDecimals={false}
            width={36}
            tickFormatter={(count: number) => formatNumber(count, locale)}
            tickLine={false}
            axisLine={false}
            tick={{ fill: "var(--muted)" }}
          />
          <Tooltip
            isAnimationActive={false}
            formatter={(count) => formatNumber(Number(count), locale)}
            cursor={{ fill: "var(--default)", opacity: 0.5 }}
            contentStyle={{
              background: "var(--overlay)",
              color: "var(--overlay-foreground)",
              border: "1px solid var(--separator)",
              borderRadius: "0.5rem",
            }}
            itemStyle={{ color: "inherit" }}
          />
          {series.map(({ part, words, fill, pattern }) => (
            <BarShape
              key={part}
              dataKey={part}
              name={words}
              stackId="calls"
              fill={pattern === "plain" ? fill : `url(#${patternId(pattern)})`}
              isAnimationActive={false}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
