/** Problems of files of letters: of the import, and of rows in its errors.csv. */
export const importProblems = {
  import_ended: {
    status: 409,
    title: 'The import has ended',
    means: 'It was not gone on with in time, or it was deleted: it takes no more rows.',
    mend: 'Make another import. To take out the letters of this one, delete it.',
  },
  import_offset_unknown: {
    status: 409,
    title: 'The file cannot be gone on with there',
    means: 'Upload-Offset is neither 0 nor the `nextByte` of the import.',
    mend: 'Read `nextByte` and send the file from that byte on, or send all of it.',
  },
  content_range_unreadable: {
    status: 400,
    title: 'Content-Range cannot be followed',
    means: 'It is not `bytes <first>-<last>/<all>`.',
    mend: 'Write all three numbers, or say only where the body begins, by Upload-Offset.',
  },
  content_range_impossible: {
    status: 422,
    title: 'Content-Range contradicts itself or the body',
    means: 'No file has such a part, or Upload-Offset, Content-Length or the body say another one.',
    mend: 'Send just the bytes that it announces, the first byte of a file being 0.',
  },
  import_too_many_errors: {
    status: 422,
    title: 'Too many rows had something to mend',
    means:
      '10,000 rows were left out: the file is read wrongly rather than wrong here and there. The import is abandoned; the letters taken until then are in the draft.',
    mend: 'Read errors.csv, delete the import, which takes its letters out, and make another one, with a `mapping` if need be.',
  },
  import_file_differs: {
    status: 409,
    title: 'This is another file',
    means: 'Rows of the import were taken from a file whose bytes differ from these. Nothing was taken from this one.',
    mend: 'Send the same file, or make another import for this one.',
  },
  import_moved_on: {
    status: 409,
    title: 'Another upload has gone on',
    means: 'Two uploads of one import run side by side, and the other was faster.',
    mend: 'Read the import; when it is not complete, go on from `nextByte`.',
  },
  import_unreadable: {
    status: 422,
    title: 'The file cannot be parted into rows',
    means: 'From the line named on it is no CSV or JSON Lines. What stands before it is taken.',
    mend: 'Mend the file from there, and go on from `nextByte`, or send the whole mended file again.',
  },
  import_columns_unknown: {
    status: 422,
    title: 'Columns were not found',
    means:
      'The row of headings lacks columns that the mapping names, or can by itself not be understood, or in more than one way.',
    mend: 'Make another import whose `mapping` names the columns of this file.',
  },
  import_column_unknown: {
    status: 422,
    title: 'A column was not found',
    means: 'Found in `errors`: no heading, or several, are as the mapping says.',
    mend: 'Name the column as it is headed, or by its number.',
  },
  import_not_complete: {
    status: 409,
    title: 'A file is not read to its end',
    means: 'The order would be sent with a part of the letters of its file.',
    mend: 'Go on with the import from `nextByte`, or delete it, which takes its letters out of the draft.',
  },
  import_rows_left_out: {
    status: 409,
    title: 'Rows were left out',
    means: 'Rows of an imported file had something to mend and are no letters of the order.',
    mend: 'Import the mended rows, or submit with `importErrors: "leave_out"`.',
  },
  too_many_imports: {
    status: 409,
    title: 'Too many imports are not complete',
    means: 'An account may have 20 imports open in a mode.',
    mend: 'Send their files, or delete those that are not needed.',
  },
  import_row_shape: {
    status: 422,
    title: 'The row has more or fewer cells than there are headings',
    means: 'A delimiter or line end stands in a cell without quotes, or cells are missing.',
    mend: 'Put the cell between quotes, or give the row all its cells.',
  },
  import_number_twice: {
    status: 422,
    title: 'The number in the street is said twice',
    means: 'A street that begins with a number stands beside a number of its own; one of them may count rows.',
    mend: 'Leave one out, or make another import whose `mapping` takes the number of the house alone.',
  },
  import_cell_unreadable: {
    status: 422,
    title: 'A cell is not what its field needs',
    means: 'The template asks for a number or for yes and no, and the cell says neither.',
    mend: 'Write it as the text says.',
  },
  import_text_unreadable: {
    status: 422,
    title: 'A cell is in another encoding',
    means: 'Its bytes are no text in the encoding of the file.',
    mend: 'Save the file in one encoding, or name the encoding when you make the import.',
  },
  address_unsure: {
    status: 422,
    title: 'The lines of the address leave something open',
    means: 'They can be understood in more than one way; Pli does not guess where a letter goes.',
    mend: 'Give the address by fields.',
  },
} as const;
