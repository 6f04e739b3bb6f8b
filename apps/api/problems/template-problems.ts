/** Problems of templates and the data that fills them. */
export const templateProblems = {
  template_version_unknown: {
    status: 422,
    title: 'There is no such template version',
    means: 'It does not exist in this account and mode, or was withdrawn.',
    mend: 'Use the id of a version (`tpv_…`) of this account and mode.',
  },
  template_version_withdrawn: {
    status: 409,
    title: 'The template version was withdrawn',
    means: 'It is out of use for good.',
    mend: 'Add a new version.',
  },
  template_not_approved: {
    status: 422,
    title: 'The template version is not approved',
    means: 'A version is approved before its first live use.',
    mend: 'Approve it, or order in test mode.',
  },
  template_data_invalid: {
    status: 422,
    title: 'The data does not fit the template',
    means: 'Found in `errors`: the place in the data that its JSON Schema refuses.',
    mend: 'Send data by the version’s schema.',
  },
  template_sample_invalid: {
    status: 422,
    title: 'The sample does not fit the schema',
    means: 'The sample data must itself be valid by the schema.',
    mend: 'Mend the sample or the schema.',
  },
  template_data_too_slow: {
    status: 422,
    title: 'Checking the data takes too long',
    means: 'A pattern of the schema needs more time than all letters of a call may take.',
    mend: 'Write the patterns without nested repetition.',
  },
  template_invalid: {
    status: 422,
    title: 'The template cannot be read',
    means: 'Its Liquid has a fault (the detail names line and column), it is blank, or it has a script.',
    mend: 'Mend it there.',
  },
  template_reaches_out: {
    status: 422,
    title: 'The template loads something from outside',
    means: 'An image, style, font, frame or refresh that is not in the template; letters are drawn without a network.',
    mend: 'Embed what the detail names as a data: URI.',
  },
  template_too_large: {
    status: 422,
    title: 'The template is too large',
    means: 'A template has at most a million characters.',
    mend: 'Make its images smaller.',
  },
  template_schema_invalid: {
    status: 422,
    title: 'The JSON Schema cannot be used',
    means: 'It is not a JSON Schema of draft 2020-12, or refers to something outside itself.',
    mend: 'Mend what the detail names.',
  },
  template_render_failed: {
    status: 422,
    title: 'The template cannot be filled',
    means: 'Data that it asks for is missing, or filling it takes too much time.',
    mend: 'Mend template or sample.',
  },
} as const;
