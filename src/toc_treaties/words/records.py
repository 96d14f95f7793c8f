"""What a state's own records are called: periods of membership, roles; and how commitments are grouped."""

PERIOD = {
    "member": "since {since}",
    "associate": "associate since {since}",
    "suspended": "suspended since {since}",
}
PERIOD_ENDED = {
    "member": "{since} until {until}",
    "associate": "associate {since} until {until}",
    "suspended": "suspended {since} until {until}",
}
ROLE_LABEL = {
    "national-authority": "National Authority",
    "national-point-of-contact": "Point of Contact",
    "mla-central-authority": "Mutual legal assistance",
    "extradition-authority": "Extradition",
}
THEME = {
    "asset-recovery": "Asset recovery",
    "convictions": "Convictions",
    "corruption": "Corruption",
    "cybercrime": "Cybercrime",
    "data-and-information": "Data and information",
    "designation": "Designation",
    "drugs": "Drugs",
    "financing": "Financing",
    "firearms": "Firearms",
    "follow-up": "Follow-up",
    "human-rights-and-gender": "Human rights and gender",
    "international-cooperation": "International cooperation",
    "law-enforcement": "Law enforcement",
    "legal-instruments": "Legal instruments",
    "money-laundering": "Money laundering",
    "national-strategy": "National strategy",
    "partnerships": "Partnerships",
    "prevention": "Prevention",
    "trafficking-in-persons": "Trafficking in persons",
    "training": "Training",
    "witness-and-victim-protection": "Witness and victim protection",
}
COMMITMENT_KIND = {
    "capacity": "Capacity",
    "cooperation": "Cooperation",
    "designation": "Designation",
    "funding": "Funding",
    "legislation": "Legislation",
    "policy": "Policy",
    "ratification": "Ratification",
    "reporting": "Reporting",
}
