import { Box, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bytesOf } from '../api/files.ts';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { Problem } from '../api/problem.ts';
import classes from './PageImage.module.css';

/** A place on a page, in mm from its top left as it is seen. */
export interface Zone {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** What it is: shown on it, and said to screen readers. */
  readonly name: string;
  /** `window` shows through the envelope, `mark` is kept for codes, `problem` must be mended, `note` is worth a look. */
  readonly kind: 'window' | 'mark' | 'problem' | 'note';
  readonly onClick?: () => void;
}

export interface PageImageProps {
  /** Address of the PNG at the API. It never changes its bytes. */
  readonly path: string;
  readonly page: number;
  /** Size of the page in mm; A4 when left out. */
  readonly width?: number;
  readonly height?: number;
  readonly zones?: readonly Zone[];
  /** Dots of the picture an inch: given, the page is as large as its picture, whatever its size. */
  readonly dpi?: number;
}

/** A page exactly as it is printed, with places drawn over it. */
export function PageImage({ path, page, width = 210, height = 297, zones = [], dpi }: PageImageProps) {
  const { t } = useTranslation('frame');
  const image = useQuery({
    queryKey: ['page image', path],
    queryFn: ({ signal }) => bytesOf(path, { accept: 'image/png', signal }),
    staleTime: Infinity,
    gcTime: 60_000,
    meta: { live: false },
  });
  if (image.error instanceof Problem && image.error.code === 'content_erased')
    return (
      <Box className={classes.sheet ?? ''} data-erased style={{ aspectRatio: `${width} / ${height}` }}>
        <Text c="dimmed" ta="center" p="lg">
          {t('page.erased')}
        </Text>
      </Box>
    );
  if (image.error) return <ProblemNote error={image.error} retry={() => void image.refetch()} />;
  return <PagePicture bytes={image.data} page={page} width={width} height={height} zones={zones} dpi={dpi} />;
}

/** The same of bytes that are here already, or on their way (undefined). */
export function PagePicture(
  props: Omit<PageImageProps, 'path' | 'dpi'> & { readonly bytes: Blob | undefined; readonly dpi?: number | undefined },
) {
  const { bytes, page, zones = [], dpi } = props;
  const [seen, setSeen] = useState<{ width: number; height: number }>();
  const { width, height } = seen ?? { width: props.width ?? 210, height: props.height ?? 297 };
  const { t } = useTranslation('frame');
  const label = t('page.one', { page });
  return (
    <figure className={classes.sheet} style={{ aspectRatio: `${width} / ${height}` }}>
      {bytes === undefined ? (
        <Skeleton height="100%" radius={0} role="status" aria-label={t('page.loading')} />
      ) : (
        <Picture
          bytes={bytes}
          alt={label}
          onSize={
            dpi === undefined ? undefined : (w, h) => setSeen({ width: (w / dpi) * 25.4, height: (h / dpi) * 25.4 })
          }
        />
      )}
      {zones.length > 0 && (
        <svg viewBox={`0 0 ${width} ${height}`} className={classes.zones} role="group" aria-label={label}>
          {zones.map((zone) => (
            <g
              key={zone.key}
              data-kind={zone.kind}
              role={zone.onClick ? 'button' : 'img'}
              tabIndex={zone.onClick ? 0 : undefined}
              aria-label={zone.name}
              onClick={zone.onClick}
              onKeyDown={(event) => {
                if (event.key === 'Enter' || event.key === ' ') zone.onClick?.();
              }}
            >
              <title>{zone.name}</title>
              <rect x={zone.x} y={zone.y} width={zone.width} height={zone.height} rx={1} />
            </g>
          ))}
        </svg>
      )}
    </figure>
  );
}

/** A picture of bytes: their address within this page is given back when they go. */
function Picture(props: {
  bytes: Blob;
  alt: string;
  /** Told with its dots, once they are known. */
  onSize?: ((width: number, height: number) => void) | undefined;
}) {
  const { bytes, alt, onSize } = props;
  const show = useCallback(
    (image: HTMLImageElement) => {
      const url = URL.createObjectURL(bytes);
      image.src = url;
      return () => URL.revokeObjectURL(url);
    },
    [bytes],
  );
  return (
    <img
      ref={show}
      alt={alt}
      className={classes.image}
      onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => onSize?.(naturalWidth, naturalHeight)}
    />
  );
}
