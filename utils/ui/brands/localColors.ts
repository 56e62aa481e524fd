/**
 * Services whose drawings are not free to use: their letters stand in their own colour instead. The colour,
 * and the names that the service goes by.
 */
export const LOCAL_COLORS = `
0060af bca klikbca mybca
00529c bri brimo qlola
f15a23 bni bnidirect
003d79 bankmandiri mandiri kopra
00a39d bsi
ec1c24 cimbniaga octo
00a4de jenius smbcindonesia btpn
03ac0e tokopedia
0f146d lazada
1ba0e2 traveloka
0064d2 tiketcom
4c3494 ovo
118eea dana
e1251b linkaja
002855 midtrans
ef3124 doku
0b3e8a indodax
0a68f4 pintu
00b14f tokocrypto
6a3de8 reku rekeningku
1b4de4 ajaib
00ab6b stockbit bibit
673de6 niagahoster
1f5fa8 publicsiasn siasn asndigital myasn bkn sscasn
0d6efd dapodik kemdikbud belajarid
1c2c5b coretax djp pajak
0a3d7c oss ossrba
c8102e inaproc lpse spse
005baa sakti kemenkeu omspan digipay
b5121b ikd dukcapil
008c45 bpjskesehatan
009b4c bpjsketenagakerjaan
14417a bssn bsre
00a19c satusehat kemenkes
ed1c24 telkom mytelkom indihome
0066b3 kompas kompasid
2d9cdb ruangguru
2d3e50 dicoding
`
