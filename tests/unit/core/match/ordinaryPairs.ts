/**
 * Hosts that are what they say, as hard as they come: each line is one owner's hosts, or hosts of owners
 * whose names happen to be near; none may alarm where another is trusted.
 */
export const NEAR_HOSTS = `
github.com gist.github.com docs.github.com api.github.com
www.amazon.com www.amazon.co.uk www.amazon.de www.amazon.co.jp www.amazon.com.au
accounts.google.com mail.google.com myaccount.google.com www.google.co.id www.google.de
login.microsoftonline.com login.live.com outlook.com portal.azure.com www.office.com
id.atlassian.com trello.com bitbucket.org acme.atlassian.net
acme.com acme.okta.com acme.onelogin.com acme.slack.com acme.zendesk.com acme.atlassian.net
acme.com acme.sharepoint.com acme.awsapps.com acme.service-now.com acme.cloudflareaccess.com
kemenkeu.go.id sakti.kemenkeu.go.id digit.kemenkeu.go.id
bkn.go.id asndigital.bkn.go.id sscasn.bkn.go.id
www.bca.co.id mybca.bca.co.id klikbca.com ibank.klikbca.com
bri.co.id ib.bri.co.id bni.co.id bkn.go.id
www.ui.ac.id www.ugm.ac.id www.itb.ac.id www.its.ac.id
shopee.co.id seller.shopee.co.id shopee.sg shopee.com.my
www.lazada.co.id www.lazada.com www.lazada.sg
www.ebay.com www.ebay.de www.ebay.co.uk signin.ebay.com
www.nintendo.com accounts.nintendo.com www.nintendo.co.jp
paypal.com paypal.me www.paypal.com
discord.com discord.gg discordapp.com
notion.so notion.com www.notion.so
wordpress.com wordpress.org acme.wordpress.com
zoom.us zoom.com acme.zoom.us
twitter.com x.com
proton.me protonmail.com account.proton.me
hetzner.com hetzner.de accounts.hetzner.com
steampowered.com steamcommunity.com store.steampowered.com
github.com gitlab.com gitea.com githubstatus.com
binance.com bitstamp.net bitfinex.com bitpanda.com bitget.com
figma.com sigma.com vercel.com
linear.app linode.com line.me
gmail.com gmx.com mail.com fastmail.com
tokopedia.com traveloka.com tokocrypto.com
indodax.com indihome.co.id indosat.com indomaret.co.id
ionos.com ionic.io ikea.com
fastly.com fastmail.com flatly.io
hostinger.com hostgator.com hosting.com
namecheap.com name.com namesilo.com
telkom.co.id telkomsel.com telegram.org
dropbox.com box.com
mailchimp.com mailgun.com mailjet.com
sentry.io sendgrid.com segment.com
stripe.com square.com squarespace.com
docker.com docusign.com docs.com
notion.so motley.com nation.africa
cloudflare.com cloudinary.com clouding.io cloud.google.com
heroku.com hero.com
plex.tv plesk.com
medium.com median.co
reddit.com redhat.com
asana.com asan.go.kr
slack.com black.com flask.io
bca.co.id bcas.co.id
dana.id data.go.id
ovo.id ova.dk
wise.com wiley.com wix.com
uber.com user.com
bank.com bank-login.example
mega.nz meta.com media.com
kompas.com kompass.com.example
telkomsel.com telkom.co.id
ruangguru.com ruang.id
blibli.com tiket.com
privy.id private.com
surat.localhost dompet.localhost perizinan.localhost
`

/** Domains of everyday life, of different owners: every one is an ordinary site to every other. */
export const EVERYDAY_DOMAINS = `
apnews.com bbc.co.uk cnn.com detik.com kompas.com tempo.co liputan6.com tribunnews.com
antaranews.com okezone.com kumparan.com tirto.id nytimes.com theguardian.com reuters.com aljazeera.com
wikipedia.org archive.org duckduckgo.com ecosia.org mozilla.org debian.org archlinux.org kernel.org
rust-lang.org python.org nodejs.org golang.org php.net mysql.com postgresql.org sqlite.org
nasa.gov esa.int who.int un.org europa.eu gov.uk usa.gov indonesia.go.id
garuda-indonesia.com lionair.co.id airasia.com citilink.co.id kai.id pelni.co.id bluebirdgroup.com damri.co.id
pertamina.com pln.co.id pdamjaya.co.id unilever.co.id indofood.com sampoerna.com danone.co.id astra.co.id
ub.ac.id undip.ac.id unair.ac.id unpad.ac.id unhas.ac.id usu.ac.id uny.ac.id uns.ac.id
mit.edu stanford.edu ox.ac.uk cam.ac.uk ethz.ch tudelft.nl nus.edu.sg kth.se
`
