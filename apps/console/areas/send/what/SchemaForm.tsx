import {
  ActionIcon,
  Button,
  Fieldset,
  Group,
  NumberInput,
  Select,
  Stack,
  Switch,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** As much of JSON Schema as a form can be made of. */
interface Schema {
  type?: string | string[];
  title?: string;
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: unknown[];
  format?: string;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
}
type FieldProps = {
  readonly schema: Schema;
  readonly name: string;
  readonly required: boolean;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
};

/** A form made of a JSON Schema. What it has no field for (choices between shapes) is written as JSON. */
export function SchemaForm({
  schema,
  value,
  onChange,
}: {
  schema: object;
  value: unknown;
  onChange: (value: unknown) => void;
}) {
  return <Properties schema={schema as Schema} value={value} onChange={onChange} />;
}

function Properties({ schema, value, onChange }: Pick<FieldProps, 'schema' | 'value' | 'onChange'>) {
  const object = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const set = (name: string, inner: unknown) => {
    const changed = { ...object, [name]: inner };
    if (inner === undefined) delete changed[name];
    onChange(changed);
  };
  return (
    <Stack gap="sm">
      {Object.entries(schema.properties ?? {}).map(([name, inner]) => (
        <Field
          key={name}
          schema={inner}
          name={inner.title ?? name}
          required={schema.required?.includes(name) ?? false}
          value={object[name]}
          onChange={(changed) => set(name, changed)}
        />
      ))}
    </Stack>
  );
}

function Field(props: FieldProps) {
  const { t } = useTranslation('send');
  const { schema, name, required, value, onChange } = props;
  const type = [schema.type].flat().find((one) => one !== 'null');
  const common = { label: name, description: schema.description, withAsterisk: required, maw: '34rem' };
  if (schema.enum)
    return (
      <Select
        {...common}
        value={value === undefined ? null : JSON.stringify(value)}
        data={schema.enum.map((one) => ({ value: JSON.stringify(one), label: String(one) }))}
        allowDeselect={!required}
        onChange={(chosen) => onChange(chosen === null ? undefined : (JSON.parse(chosen) as unknown))}
      />
    );
  if (type === 'object' && schema.properties)
    return (
      <Fieldset legend={name}>
        <Properties schema={schema} value={value} onChange={onChange} />
      </Fieldset>
    );
  if (type === 'array' && schema.items) return <Items {...props} items={schema.items} />;
  if (type === 'integer' || type === 'number')
    return (
      <NumberInput
        {...common}
        value={typeof value === 'number' ? value : ''}
        allowDecimal={type === 'number'}
        min={schema.minimum}
        max={schema.maximum}
        onChange={(number) => onChange(typeof number === 'number' ? number : undefined)}
      />
    );
  if (type === 'boolean')
    return (
      <Switch
        label={name}
        description={schema.description}
        checked={value === true}
        onChange={({ currentTarget: { checked } }) => onChange(checked)}
      />
    );
  if (type === 'string') {
    const text = typeof value === 'string' ? value : '';
    const change = (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value || undefined);
    if ((schema.maxLength ?? 0) > 160)
      return <Textarea {...common} autosize minRows={3} maxLength={schema.maxLength} value={text} onChange={change} />;
    return (
      <TextInput
        {...common}
        type={schema.format === 'date' ? 'date' : schema.format === 'email' ? 'email' : 'text'}
        maxLength={schema.maxLength}
        value={text}
        onChange={change}
      />
    );
  }
  return <JsonField {...props} hint={t('what.json')} />;
}

function Items({ items, name, value, onChange }: FieldProps & { items: Schema }) {
  const { t } = useTranslation('send');
  const list = Array.isArray(value) ? (value as unknown[]) : [];
  const empty = (): unknown => (items.properties ? {} : undefined);
  return (
    <Fieldset legend={name}>
      <Stack gap="sm">
        {list.map((item, i) => (
          <Group key={i} align="flex-start" wrap="nowrap">
            <div style={{ flex: 1, minWidth: 0 }}>
              <Field
                schema={items}
                name={t('what.item', { number: i + 1 })}
                required={false}
                value={item}
                onChange={(changed) => onChange(list.map((one, k) => (k === i ? changed : one)))}
              />
            </div>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`${t('what.remove')} (${t('what.item', { number: i + 1 })})`}
              onClick={() => onChange(list.filter((_, k) => k !== i))}
            >
              <IconX size={17} />
            </ActionIcon>
          </Group>
        ))}
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => onChange([...list, empty()])}
          style={{ alignSelf: 'flex-start' }}
        >
          {t('what.add')}
        </Button>
      </Stack>
    </Fieldset>
  );
}

function JsonField({ name, value, onChange, hint }: FieldProps & { hint: string }) {
  const { t } = useTranslation('send');
  const [text, setText] = useState(() => (value === undefined ? '' : JSON.stringify(value, undefined, 2)));
  const [isWrong, setWrong] = useState(false);
  return (
    <Textarea
      label={name}
      description={hint}
      autosize
      minRows={2}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      value={text}
      error={isWrong ? t('what.jsonWrong') : undefined}
      onChange={({ currentTarget: { value: typed } }) => {
        setText(typed);
        try {
          onChange(typed.trim() === '' ? undefined : JSON.parse(typed));
          setWrong(false);
        } catch {
          setWrong(true);
        }
      }}
    />
  );
}
