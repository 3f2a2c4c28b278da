"""What all pages have in common: titles, who is billed and how, bios, agenda lines, addresses."""
