import { Body, Controller } from '@nestjs/common';
import { addressCheck, addressToCheck, type AddressCheckView, type AddressToCheck } from '#contracts/api/addresses';
import { checkAddress, checkAddressLines } from '#domain/addresses/advice/check-address';
import { Route } from '../http/route.ts';

@Controller()
export class AddressesController {
  /** Asks no database: an address is judged by the rules of its country alone, and nothing of it is kept. */
  @Route('POST', '/v1/addresses/check', {
    tag: 'Letters',
    summary: 'Judge an address before it is used',
    description:
      'Takes an address by its fields, or free lines as a person wrote them; answers it by fields, its lines as printed, what is unsure, what could be corrected, and what keeps it from being printed. Nothing is stored and nothing is changed: send the address that you settle on with the letter.',
    access: { role: 'customer', scope: 'orders:write' },
    answer: { status: 200, schema: addressCheck },
  })
  check(@Body({ schema: addressToCheck }) body: AddressToCheck): AddressCheckView {
    const { faults, ...rest } =
      'address' in body ? checkAddress(body.address) : checkAddressLines(body.lines, body.country);
    return {
      ...rest,
      faults: faults.map(({ code, field, line, text }) => ({ code, field, line: line ?? null, detail: text })),
    };
  }
}
